package dev.foyer.invitation;

import dev.foyer.Refusal;
import dev.foyer.invitation.Sendings.Window;
import dev.foyer.invitation.Sendings.Window.By;
import dev.foyer.invitation.Sendings.Window.Into;
import dev.foyer.invitation.Sendings.Window.To;
import dev.foyer.text.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What a realm allows: how long invitations stay open, and how many there may be in {@link #WINDOW}.
 *
 * @param perInviter for one member; staff are not counted
 * @param perCustomer for all members of one customer together; those of staff count, but are not refused
 * @param perRecipient for one address, whoever invites it
 */
public record InvitationRules(Duration lifetime, int perInviter, int perCustomer, int perRecipient) {

    public static final Duration WINDOW = Duration.ofDays(1);

    /** Holds all that is counted for these addresses, so that {@link #require} is true until the transaction ends. */
    void hold(Sendings sendings, Inviter inviter, Collection<EmailAddress> addresses) {
        List<Window> windows = new ArrayList<>();
        if (!inviter.staff()) {
            windows.add(new By(inviter.userId()));
        }
        addresses.forEach(address -> windows.add(new To(address)));
        sendings.hold(windows);
    }

    /**
     * @throws Refusal {@code INVITATION_LIMIT} with the seconds after which there is room again; it depends on what was sent
     *     to the address alone, never on whose it is
     */
    void require(Sendings sendings, Inviter inviter, String customerId, EmailAddress address, Instant now) {
        if (!inviter.staff()) {
            require(sendings, new By(inviter.userId()), perInviter, now);
            require(sendings, new Into(customerId), perCustomer, now);
        }
        require(sendings, new To(address), perRecipient, now);
    }

    private static void require(Sendings sendings, Window window, int most, Instant now) {
        List<Instant> recent = sendings.recent(window, now.minus(WINDOW), most);
        if (recent.size() >= most) {
            Instant room = (most == 0 ? now : recent.get(most - 1)).plus(WINDOW);
            throw new Refusal(
                    InvitationReason.INVITATION_LIMIT,
                    Math.max(1, Duration.between(now, room).toSeconds()));
        }
    }
}
