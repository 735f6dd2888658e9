import { createApp } from "./app.js";
import { Provider } from "./provider.js";

const { PORT = "3000", KEYCLOAK_ISSUER = "http://localhost:8080/realms/demo", SAMPLE_CLIENT_SECRET } = process.env;
if (!SAMPLE_CLIENT_SECRET) {
  console.error("Set SAMPLE_CLIENT_SECRET to the secret of the client `sample`.");
  process.exit(1);
}

const baseUrl = process.env.BASE_URL ?? `http://localhost:${PORT}`;
const provider = new Provider({
  issuer: KEYCLOAK_ISSUER,
  clientId: "sample",
  clientSecret: SAMPLE_CLIENT_SECRET,
  baseUrl,
});
const server = createApp(provider).listen(Number(PORT), "localhost", (error) => {
  if (error) throw error;
  console.log(`Sample application: ${baseUrl}/`);
});

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => {
    server.close();
    server.closeAllConnections();
  });
}
