import { routes } from "@keycloak/keycloak-account-ui";
import { ErrorPage } from "@keycloak/keycloak-ui-shared";
import { createBrowserRouter } from "react-router-dom";
import { AccountsPage } from "./accounts/AccountsPage";
import { Console } from "./Console";
import { environment } from "./environment";

/** Keycloak's pages and ours. The menu is in content.json. */
export const router = createBrowserRouter([
  {
    path: decodeURIComponent(new URL(environment.baseUrl).pathname),
    element: <Console />,
    errorElement: <ErrorPage />,
    children: [{ path: "accounts", element: <AccountsPage /> }, ...routes],
  },
]);
