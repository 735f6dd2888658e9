package dev.foyer.invitation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret of a mail: who has it has read the mail. It is made when the mail is, and nothing but its hash is kept.
 *
 * @param value 256 random bits in base64url (RFC 4648, section 5)
 */
public record Token(String value) {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    public static Token random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Token(ENCODER.encodeToString(bytes));
    }

    /** Its SHA-256 in base64url. A secret of this length needs no salt. */
    public String hash() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return ENCODER.encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The secret stays out of logs and errors. */
    @Override
    public String toString() {
        return "Token";
    }
}
