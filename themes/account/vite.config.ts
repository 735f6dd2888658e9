import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const accountUi = fileURLToPath(import.meta.resolve("@keycloak/keycloak-account-ui"));

export default defineConfig({
  // Keycloak serves a theme from an address of its own choice.
  base: "",
  plugins: [react()],
  resolve: {
    // The package does not export its style sheet.
    alias: { "keycloak-account-ui.css": accountUi.replace(/\.js$/, ".css") },
  },
  build: {
    outDir: "../target/classes/theme/foyer/account/resources",
    emptyOutDir: true,
    manifest: true,
    modulePreload: false,
    target: "esnext",
    // Sent once and then kept by the browser: its address has its content's hash.
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      input: "src/main.tsx",
      // Keycloak's page links only what belongs to the entry: the styles of other chunks would be missing.
      output: { codeSplitting: false },
    },
  },
  test: {
    environment: "jsdom",
    css: false,
    server: { deps: { inline: [/keycloak-account-ui/, /keycloak-ui-shared/, /@patternfly/] } },
  },
});
