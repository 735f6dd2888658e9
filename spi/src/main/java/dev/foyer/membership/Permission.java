package dev.foyer.membership;

import dev.foyer.Refusal;
import java.util.regex.Pattern;

/**
 * One thing that a membership allows, such as {@code billing}. Applications give it its meaning.
 *
 * @param key 1 to {@value #MAX_LENGTH} lower-case ASCII letters, digits and hyphens, beginning with a letter
 */
public record Permission(String key) implements Comparable<Permission> {

    public static final int MAX_LENGTH = 64;

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{0," + (MAX_LENGTH - 1) + "}");

    /** Invite, register and change contacts and guests. */
    public static final Permission CONTACTS = new Permission("contacts");

    /** @throws Refusal {@code PERMISSION_INVALID} */
    public Permission {
        if (!SHAPE.matcher(key).matches()) {
            throw new Refusal(MembershipReason.PERMISSION_INVALID, MAX_LENGTH);
        }
    }

    @Override
    public int compareTo(Permission other) {
        return key.compareTo(other.key);
    }

    @Override
    public String toString() {
        return key;
    }
}
