package dev.foyer.invitation.keycloak;

import dev.foyer.Refusal;
import dev.foyer.invitation.Invitee;
import dev.foyer.invitation.Inviter;
import dev.foyer.text.EmailAddress;
import dev.foyer.text.Name;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Keycloak's users as the people of invitations. */
public final class InvitationParties {

    private InvitationParties() {}

    /** A user as somebody who may have been invited. */
    public static Invitee invitee(UserModel user) {
        return new Invitee(user.getId(), email(user), user.isEmailVerified());
    }

    /**
     * A user as somebody who invites.
     *
     * @param realm where the user lives
     */
    public static Inviter inviter(RealmModel realm, UserModel user, boolean staff) {
        return new Inviter(realm.getId(), user.getId(), staff, name(user));
    }

    private static @Nullable EmailAddress email(UserModel user) {
        try {
            return user.getEmail() == null ? null : new EmailAddress(user.getEmail());
        } catch (Refusal noAddress) {
            return null;
        }
    }

    private static Name name(UserModel user) {
        String full = Stream.of(user.getFirstName(), user.getLastName())
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
        try {
            return new Name(full);
        } catch (Refusal unfit) {
            // Users are named by Keycloak's rules, which allow what could deceive the reader of a mail, and more of it.
            return Name.nearest(user.getUsername())
                    .or(() -> Name.nearest(user.getId()))
                    .orElseThrow();
        }
    }
}
