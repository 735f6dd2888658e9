import { routes } from "@keycloak/keycloak-account-ui";
import { ErrorPage } from "@keycloak/keycloak-ui-shared";
import { createBrowserRouter } from "react-router-dom";
import { AccountsPage } from "./accounts/AccountsPage";
import { Console } from "./console/Console";
import { pathOf } from "./console/paths";
import { environment } from "./environment";

/** Keycloak's pages and ours. The menu is in content.json. */
export const router = createBrowserRouter([
  {
    path: pathOf(environment, ""),
    element: <Console />,
    errorElement: <ErrorPage />,
    children: [{ path: "accounts", element: <AccountsPage /> }, ...routes],
  },
]);
