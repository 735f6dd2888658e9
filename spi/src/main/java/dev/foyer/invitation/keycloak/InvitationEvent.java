package dev.foyer.invitation.keycloak;

import dev.foyer.PublicApi;
import dev.foyer.invitation.Invitation;
import dev.foyer.invitation.Invitation.Ending;
import dev.foyer.invitation.InvitationState;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;

/**
 * An invitation was sent or has ended: for other extensions, which listen with {@link KeycloakSessionFactory#register} in
 * the {@code postInit} of any provider factory of theirs.
 *
 * <p>A listener is called once the change is made and before its transaction ends: what it reads and writes by the session
 * belongs to the change, and an exception undoes the whole. What cannot be undone, such as a call to another system, has to
 * wait until {@code keycloakSession().getTransactionManager()} has committed. An invitation that goes together with its
 * membership, customer, user or realm goes unannounced.
 *
 * @param realm whose customer it is
 * @param state what became of the invitation; {@code SENT} once it is made, its mail follows
 * @param userId who sent, answered or took it back; null if it expired. The sender may be staff of another realm
 */
@PublicApi
public record InvitationEvent(
        KeycloakSession keycloakSession,
        RealmModel realm,
        InvitationState state,
        String invitationId,
        String membershipId,
        String customerId,
        @Nullable String userId)
        implements ProviderEvent {

    /** Tells all listeners what has just become of an invitation. */
    static void publish(KeycloakSession session, RealmModel realm, Invitation invitation) {
        Ending ending = invitation.ending();
        String userId = ending == null ? invitation.inviter().userId() : ending.userId();
        session.getKeycloakSessionFactory()
                .publish(new InvitationEvent(
                        session,
                        realm,
                        invitation.state(),
                        invitation.id(),
                        invitation.membershipId(),
                        invitation.customerId(),
                        userId));
    }

    @Override
    public KeycloakSession getKeycloakSession() {
        return keycloakSession;
    }
}
