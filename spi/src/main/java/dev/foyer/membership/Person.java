package dev.foyer.membership;

import dev.foyer.text.EmailAddress;
import dev.foyer.text.Name;
import dev.foyer.text.PhoneNumber;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The human behind a membership, as the customer knows them. May exist without a user account. */
public record Person(
        @Nullable Name firstName,
        @Nullable Name lastName,
        @Nullable EmailAddress email,
        @Nullable PhoneNumber phone) {

    /** Nothing recorded: the user account says it all. */
    public static final Person UNRECORDED = new Person(null, null, null, null);

    /** Whether somebody else may be meant than by the other one: another address or, where there is none, another name. */
    public boolean isSomebodyElseThan(Person other) {
        return !Objects.equals(email, other.email)
                || (email == null
                        && !(Objects.equals(firstName, other.firstName) && Objects.equals(lastName, other.lastName)));
    }

    /** What no user account says. */
    Person withoutIdentity() {
        return new Person(null, null, null, phone);
    }

    /** Whether there is enough to know who is meant. */
    public boolean isKnown() {
        return email != null || firstName != null || lastName != null;
    }
}
