import type { AccountEnvironment } from "@keycloak/keycloak-account-ui";

/** Where a page of the console is on the server. */
export const pathOf = ({ baseUrl }: AccountEnvironment, page: string) =>
  decodeURIComponent(new URL(baseUrl).pathname) + page;
