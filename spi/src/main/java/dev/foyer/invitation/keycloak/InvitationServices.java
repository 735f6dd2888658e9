package dev.foyer.invitation.keycloak;

import dev.foyer.customer.Customers;
import dev.foyer.customer.keycloak.CustomerServices;
import dev.foyer.invitation.InvitationBacking;
import dev.foyer.invitation.InvitationResponses;
import dev.foyer.invitation.InvitationService;
import dev.foyer.invitation.Invitations;
import dev.foyer.invitation.InviterRights;
import dev.foyer.invitation.Outbox;
import dev.foyer.invitation.jpa.JpaInvitations;
import dev.foyer.invitation.jpa.JpaOutbox;
import dev.foyer.invitation.jpa.JpaSendings;
import dev.foyer.keycloak.KeycloakClock;
import dev.foyer.membership.Memberships;
import dev.foyer.membership.keycloak.MembershipServices;
import dev.foyer.persistence.EntityManagers;
import dev.foyer.staff.keycloak.KeycloakStaff;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.urls.UrlType;

/** The invitations of one realm in one session. */
public record InvitationServices(KeycloakSession session, RealmModel realm) {

    /** Those of the realm of the session's context. */
    public static InvitationServices of(KeycloakSession session) {
        return new InvitationServices(session, session.getContext().getRealm());
    }

    public Invitations invitations() {
        return new JpaInvitations(
                EntityManagers.of(session),
                realm.getId(),
                memberships(),
                changed -> InvitationEvent.publish(session, realm, changed));
    }

    /** How invitations are sent. */
    public InvitationService service() {
        return new InvitationService(
                customers(),
                memberships(),
                invitations(),
                new JpaSendings(EntityManagers.of(session), realm.getId()),
                outbox(),
                new MembershipServices(session, realm).users(),
                new InvitationSettings(realm).rules(),
                KeycloakClock.INSTANCE);
    }

    /** How invitations are answered. */
    public InvitationResponses responses() {
        return new InvitationResponses(
                customers(),
                memberships(),
                invitations(),
                rights(),
                new KeycloakStaff(session, realm),
                outbox(),
                KeycloakClock.INSTANCE);
    }

    /** Who stands behind invitations. */
    public InvitationBacking backing() {
        return new InvitationBacking(invitations(), rights());
    }

    private InviterRights rights() {
        return new KeycloakInviterRights(session, realm, new MembershipServices(session, realm).access());
    }

    private Outbox outbox() {
        return new JpaOutbox(EntityManagers.of(session), realm.getId(), this::frontendUri, KeycloakClock.INSTANCE);
    }

    private Customers customers() {
        return new CustomerServices(session, realm).customers();
    }

    private Memberships memberships() {
        return new MembershipServices(session, realm).memberships();
    }

    private String frontendUri() {
        return session.getContext().getUri(UrlType.FRONTEND).getBaseUri().toString();
    }
}
