package dev.foyer.api.admin;

import dev.foyer.Refusal;
import dev.foyer.Refusal.Pointer;
import dev.foyer.contacts.ContactsReason;
import dev.foyer.contacts.UserAccounts;
import dev.foyer.membership.Person;
import jakarta.ws.rs.WebApplicationException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.messages.Messages;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.UserResource;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.ValidationException;

/** {@link UserAccounts} as users of Keycloak, created by the same rules as in its own user management. */
record KeycloakUserAccounts(
        KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent)
        implements UserAccounts {

    private static final List<String> ACTIONS =
            List.of(UserModel.RequiredAction.VERIFY_EMAIL.name(), UserModel.RequiredAction.UPDATE_PASSWORD.name());

    /** What Keycloak's rule for user names may refuse in an address, such as an apostrophe. */
    private static final Pattern NOT_IN_USERNAMES = Pattern.compile("[^a-z0-9.@_+-]");

    @Override
    public String create(Person person) {
        UserProfile profile = profile(person);
        UserModel user = profile.create(false);
        user.setEnabled(true);
        ACTIONS.forEach(user::addRequiredAction);
        adminEvent
                .operation(OperationType.CREATE)
                .resource(ResourceType.USER)
                .resourcePath("users", user.getId())
                .representation(attributes(person, user.getUsername()))
                .success();
        return user.getId();
    }

    @Override
    public void welcome(String userId) {
        UserModel user = Objects.requireNonNull(session.users().getUserById(realm, userId));
        try {
            new UserResource(session, user, auth, adminEvent)
                    .executeActionsEmail(null, null, null, ACTIONS)
                    .close();
        } catch (WebApplicationException e) {
            throw new Refusal(ContactsReason.EMAIL_NOT_SENT);
        }
    }

    /** By the person's address as user name or, where the realm's rules for these do not take it, by one like it. */
    private UserProfile profile(Person person) {
        String address = String.valueOf(person.email());
        String plain = NOT_IN_USERNAMES.matcher(address).replaceAll("_");
        try {
            return profile(person, address);
        } catch (ValidationException refused) {
            if (!isAboutSigns(refused)) {
                throw refusal(refused);
            }
        }
        try {
            return profile(person, plain);
        } catch (ValidationException taken) {
            // Addresses that differ in such signs alone are different people.
        }
        try {
            return profile(person, UUID.randomUUID().toString());
        } catch (ValidationException refused) {
            throw refusal(refused);
        }
    }

    private UserProfile profile(Person person, String username) {
        UserProfile profile = session.getProvider(UserProfileProvider.class)
                .create(UserProfileContext.USER_API, attributes(person, username));
        profile.validate();
        return profile;
    }

    /** Whether only the user name is refused, and not because somebody has it. */
    private static boolean isAboutSigns(ValidationException refused) {
        return refused.getErrors().stream()
                .allMatch(error -> error.getAttribute().equals(UserModel.USERNAME)
                        && !error.getMessage().equals(Messages.USERNAME_EXISTS));
    }

    private static Map<String, List<String>> attributes(Person person, String username) {
        Map<String, List<String>> attributes = new HashMap<>();
        attributes.put(UserModel.USERNAME, List.of(username));
        attributes.put(UserModel.EMAIL, List.of(String.valueOf(person.email())));
        if (person.firstName() != null) {
            attributes.put(UserModel.FIRST_NAME, List.of(person.firstName().value()));
        }
        if (person.lastName() != null) {
            attributes.put(UserModel.LAST_NAME, List.of(person.lastName().value()));
        }
        return attributes;
    }

    private static Refusal refusal(ValidationException invalid) {
        ValidationException.Error first = invalid.getErrors().get(0);
        return new Refusal(ContactsReason.USER_REFUSED, first.getAttribute(), first.getMessage())
                .at(new Pointer("/person/" + first.getAttribute()));
    }
}
