package dev.foyer.invitation.keycloak;

import dev.foyer.customer.Customer;
import dev.foyer.customer.keycloak.CustomerServices;
import dev.foyer.invitation.InvitationState;
import dev.foyer.keycloak.EventDetails;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.provider.ProviderEvent;

/**
 * Tells Keycloak's events of invitations that expired. All others are told of by the request that causes them; here there
 * is neither a request nor anybody who acts, so the event has no user, client or address.
 */
public final class ExpiryReport {

    private ExpiryReport() {}

    /** Hears of what becomes of invitations. */
    public static void on(ProviderEvent event) {
        if (event instanceof InvitationEvent invitation && invitation.state() == InvitationState.EXPIRED) {
            new CustomerServices(invitation.keycloakSession(), invitation.realm())
                    .customers()
                    .find(invitation.customerId())
                    .ifPresent(customer -> report(invitation, customer));
        }
    }

    private static void report(InvitationEvent invitation, Customer customer) {
        EventBuilder event = new EventBuilder(invitation.realm(), invitation.keycloakSession())
                .event(EventType.CUSTOM_REQUIRED_ACTION);
        EventDetails.describe(event, customer.id(), customer.number().value());
        EventDetails.describeInvitation(
                event, "expire-invitation", invitation.membershipId(), invitation.invitationId());
        event.success();
    }
}
