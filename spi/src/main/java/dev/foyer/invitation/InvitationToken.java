package dev.foyer.invitation;

import dev.foyer.text.Digest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret of a mail: who has it has read the mail. It is made when the mail is, and nothing but its hash is kept.
 *
 * @param value 256 random bits in base64url (RFC 4648, section 5)
 */
public record InvitationToken(String value) {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    public static InvitationToken random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new InvitationToken(ENCODER.encodeToString(bytes));
    }

    /** Its {@link Digest}. A secret of this length needs no salt. */
    public String hash() {
        return Digest.of(value.getBytes(StandardCharsets.UTF_8));
    }

    /** The secret stays out of logs and errors. */
    @Override
    public String toString() {
        return "Token";
    }
}
