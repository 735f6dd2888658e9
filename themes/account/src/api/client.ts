import { createClient } from "@foyer/shared";
import type { paths } from "@foyer/shared/self-service";
import type { KeycloakContext } from "@keycloak/keycloak-ui-shared";

/** The self-service API. */
export const client = ({ environment, keycloak }: KeycloakContext) =>
  createClient<paths>(environment.serverBaseUrl, keycloak);
