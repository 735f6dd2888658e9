package dev.foyer.keycloak;

import dev.foyer.feature.RealmComponent;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/**
 * A required action of sign-ins, after everything that a person has to do to be signed in. Its own trigger decides for
 * whom it runs: it is nobody's by default.
 *
 * @param name of the realm component
 * @param alias of the required action and of its provider
 * @param displayText its name for admins
 * @param priority its place among the required actions
 */
public record RequiredActionComponents(RealmModel realm, String name, String alias, String displayText, int priority) {

    /** The action itself, and that it is enabled. */
    public List<RealmComponent> list() {
        return List.of(registered(), enabled());
    }

    private RealmComponent registered() {
        return new RealmComponent(
                name,
                () -> find().isPresent(),
                this::register,
                () -> realm.removeRequiredActionProvider(find().orElseThrow()));
    }

    private RealmComponent enabled() {
        return new RealmComponent(
                name + "-enabled",
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
