import { body } from "@foyer/shared";
import type { OfferRepresentation } from "@foyer/shared/self-service";
import type { KeycloakContext } from "@keycloak/keycloak-ui-shared";
import { client } from "./client";

/** The open invitations of whoever is signed in, the latest first. */
export async function listInvitations(
  context: KeycloakContext,
  { signal }: { signal: AbortSignal },
): Promise<OfferRepresentation[]> {
  const { realm } = context.environment;
  return body(
    await client(context).GET("/realms/{realm}/customer-accounts/invitations", { params: { path: { realm } }, signal }),
  );
}

export async function acceptInvitation(context: KeycloakContext, invitationId: string): Promise<void> {
  const { realm } = context.environment;
  await client(context).POST("/realms/{realm}/customer-accounts/invitations/{invitationId}/accept", {
    params: { path: { realm, invitationId } },
  });
}

export async function rejectInvitation(context: KeycloakContext, invitationId: string): Promise<void> {
  const { realm } = context.environment;
  await client(context).POST("/realms/{realm}/customer-accounts/invitations/{invitationId}/reject", {
    params: { path: { realm, invitationId } },
  });
}
