package dev.foyer.invitation;

import dev.foyer.Refusal;
import dev.foyer.Refusal.Pointer;
import dev.foyer.text.Message;
import dev.foyer.text.TextReason;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How an invitation is put to the invitee.
 *
 * @param language of the mail; null for the invitee's own or the realm's
 * @param redirect where the invitee goes afterwards; null for the account console
 */
public record InvitationOptions(
        @Nullable Locale language,
        @Nullable Message message,
        @Nullable Redirect redirect) {

    /** Nothing but the invitation. */
    public static final InvitationOptions PLAIN = new InvitationOptions(null, null, null);

    /** A page of an application, one that the application is known to live at. */
    public record Redirect(String clientId, String uri) {

        /** How long an address can be. */
        public static final int MAX_URI = 2000;

        /** @throws Refusal {@code TEXT_TOO_LONG} */
        public Redirect {
            if (uri.length() > MAX_URI) {
                throw new Refusal(TextReason.TEXT_TOO_LONG, MAX_URI).at(new Pointer("/redirect/uri"));
            }
        }
    }
}
