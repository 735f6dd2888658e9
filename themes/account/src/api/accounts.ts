import { type Page, page, type Place } from "@foyer/shared";
import type { AccountRepresentation, operations } from "@foyer/shared/self-service";
import type { KeycloakContext } from "@keycloak/keycloak-ui-shared";
import { client } from "./client";

type Query = NonNullable<operations["get-accounts"]["parameters"]["query"]>;

/** The accounts of whoever is signed in, by name. */
export async function listAccounts(
  context: KeycloakContext,
  { search, cursor, signal }: Place & { search: string },
): Promise<Page<AccountRepresentation>> {
  const { realm } = context.environment;
  const query: Query = { limit: "50" };
  if (search) query.search = search;
  if (cursor) query.cursor = cursor;
  return page(
    await client(context).GET("/realms/{realm}/customer-accounts/accounts", {
      params: { path: { realm }, query },
      signal,
    }),
  );
}

export async function leaveAccount(context: KeycloakContext, accountId: string): Promise<void> {
  const { realm } = context.environment;
  await client(context).DELETE("/realms/{realm}/customer-accounts/accounts/{accountId}/membership", {
    params: { path: { realm, accountId } },
  });
}
