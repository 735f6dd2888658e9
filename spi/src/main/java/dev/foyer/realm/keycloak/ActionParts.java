package dev.foyer.realm.keycloak;

import dev.foyer.realm.Part;
import dev.foyer.selection.login.AccountSelectionFactory;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/** The required action that asks for the account. Its own trigger decides for whom it runs: it is nobody's by default. */
final class ActionParts {

    private static final String ALIAS = AccountSelectionFactory.ID;

    /** The choice comes after everything that a person has to do to be signed in. */
    private static final int PRIORITY = 1000;

    private final RealmModel realm;

    private ActionParts(RealmModel realm) {
        this.realm = realm;
    }

    static Stream<Part> of(RealmModel realm) {
        ActionParts parts = new ActionParts(realm);
        return Stream.of(parts.registered(), parts.enabled());
    }

    private Part registered() {
        return new Part(
                "required-action",
                () -> find().isPresent(),
                this::register,
                () -> realm.removeRequiredActionProvider(find().orElseThrow()));
    }

    private Part enabled() {
        return new Part(
                "required-action-enabled",
                () -> find().filter(RequiredActionProviderModel::isEnabled).isPresent(),
                () -> setEnabled(true),
                () -> setEnabled(false));
    }

    private Optional<RequiredActionProviderModel> find() {
        return Optional.ofNullable(realm.getRequiredActionProviderByAlias(ALIAS));
    }

    private void register() {
        RequiredActionProviderModel action = new RequiredActionProviderModel();
        action.setAlias(ALIAS);
        action.setProviderId(ALIAS);
        action.setName(AccountSelectionFactory.DISPLAY_TEXT);
        action.setEnabled(true);
        action.setDefaultAction(false);
        action.setPriority(PRIORITY);
        realm.addRequiredActionProvider(action);
    }

    private void setEnabled(boolean enabled) {
        RequiredActionProviderModel action = find().orElseThrow();
        action.setEnabled(enabled);
        realm.updateRequiredActionProvider(action);
    }
}
