import type { AccountEnvironment } from "@keycloak/keycloak-account-ui";
import { getInjectedEnvironment } from "@keycloak/keycloak-ui-shared";

/** What the page of the server says of itself. */
export const environment = getInjectedEnvironment<AccountEnvironment>();
