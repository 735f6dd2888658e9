import "@patternfly/react-core/dist/styles/base.css";
import "@patternfly/patternfly/patternfly-addons.css";
import "keycloak-account-ui.css";

import { KeycloakProvider as LibraryProvider } from "@keycloak/keycloak-account-ui";
import { KeycloakProvider } from "@keycloak/keycloak-ui-shared";
import Keycloak from "keycloak-js";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router-dom";
import { environment } from "./environment";
import { i18n } from "./i18n";
import { router } from "./router";

const keycloak = new Keycloak({
  url: environment.serverBaseUrl,
  realm: environment.realm,
  clientId: environment.clientId,
});
keycloak.onAuthLogout = () => void keycloak.login();

await Promise.all([
  i18n.init(),
  keycloak.init({
    onLoad: "login-required",
    pkceMethod: "S256",
    responseMode: "query",
    ...(environment.scope && { scope: environment.scope }),
  }),
]);

const app = document.getElementById("app");
if (app) {
  createRoot(app).render(
    <StrictMode>
      {/* Keycloak's pages bring their own copy of the shared components, and with it a context of their own. */}
      <KeycloakProvider environment={environment} keycloak={keycloak}>
        <LibraryProvider environment={environment} keycloak={keycloak}>
          <RouterProvider router={router} />
        </LibraryProvider>
      </KeycloakProvider>
    </StrictMode>,
  );
}
