package dev.foyer.realm.keycloak;

import dev.foyer.invitation.login.PendingInvitationsFactory;
import dev.foyer.realm.Part;
import dev.foyer.selection.login.AccountSelectionFactory;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/**
 * A required action of a sign-in, after everything that a person has to do to be signed in. Its own trigger decides for
 * whom it runs: it is nobody's by default.
 */
final class ActionParts {

    private static final int ANSWER_INVITATIONS = 990;
    private static final int CHOOSE_ACCOUNT = 1000;

    private final RealmModel realm;
    private final String alias;
    private final String displayText;
    private final int priority;

    private ActionParts(RealmModel realm, String alias, String displayText, int priority) {
        this.realm = realm;
        this.alias = alias;
        this.displayText = displayText;
        this.priority = priority;
    }

    static Stream<Part> of(RealmModel realm) {
        ActionParts choice = new ActionParts(
                realm, AccountSelectionFactory.ID, AccountSelectionFactory.DISPLAY_TEXT, CHOOSE_ACCOUNT);
        ActionParts invitations = new ActionParts(
                realm, PendingInvitationsFactory.ID, PendingInvitationsFactory.DISPLAY_TEXT, ANSWER_INVITATIONS);
        return Stream.concat(choice.parts("required-action"), invitations.parts("required-action-invitations"));
    }

    private Stream<Part> parts(String name) {
        return Stream.of(registered(name), enabled(name + "-enabled"));
    }

    private Part registered(String name) {
        return new Part(
                name,
                () -> find().isPresent(),
                this::register,
                () -> realm.removeRequiredActionProvider(find().orElseThrow()));
    }

    private Part enabled(String name) {
        return new Part(
                name,
                () -> find().filter(RequiredActionProviderModel::isEnabled).isPresent(),
                () -> setEnabled(true),
                () -> setEnabled(false));
    }

    private Optional<RequiredActionProviderModel> find() {
        return Optional.ofNullable(realm.getRequiredActionProviderByAlias(alias));
    }

    private void register() {
        RequiredActionProviderModel action = new RequiredActionProviderModel();
        action.setAlias(alias);
        action.setProviderId(alias);
        action.setName(displayText);
        action.setEnabled(true);
        action.setDefaultAction(false);
        action.setPriority(priority);
        realm.addRequiredActionProvider(action);
    }

    private void setEnabled(boolean enabled) {
        RequiredActionProviderModel action = find().orElseThrow();
        action.setEnabled(enabled);
        realm.updateRequiredActionProvider(action);
    }
}
