package dev.foyer.registration.login;

import dev.foyer.feature.RealmComponent;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;

/**
 * The step of registration that opens an account. It is put into the form by which the realm registers people, be it
 * Keycloak's own: a copy of the flow would no longer follow what an operator or an upgrade changes in the original, and
 * to take one step out again leaves everything as it was.
 */
public final class RegistrationStep {

    private static final String FORM_FLOW = "form-flow";
    private static final int PRIORITY_STEP = 10;

    private final RealmModel realm;

    private RegistrationStep(RealmModel realm) {
        this.realm = realm;
    }

    public static Stream<RealmComponent> of(RealmModel realm) {
        return Stream.of(new RegistrationStep(realm).step());
    }

    /** Who has disabled the step has decided so; and a registration without a form has nowhere to put it. */
    private RealmComponent step() {
        return new RealmComponent(
                "registration-step",
                () -> form().filter(form -> steps(form).noneMatch(RegistrationStep::isOurs))
                        .isEmpty(),
                () -> form().ifPresent(this::addStep),
                this::removeSteps);
    }

    private void addStep(AuthenticationFlowModel form) {
        int last = steps(form)
                .mapToInt(AuthenticationExecutionModel::getPriority)
                .max()
                .orElse(0);
        AuthenticationExecutionModel step = new AuthenticationExecutionModel();
        step.setParentFlow(form.getId());
        step.setAuthenticator(RegistrationAccountFactory.ID);
        step.setRequirement(AuthenticationExecutionModel.Requirement.REQUIRED);
        step.setPriority(last + PRIORITY_STEP);
        realm.addAuthenticatorExecution(step);
    }

    /** Also those in copies of the flow: without customer accounts they have nothing to do. */
    private void removeSteps() {
        realm.getAuthenticationFlowsStream()
                .flatMap(this::steps)
                .filter(RegistrationStep::isOurs)
                .toList()
                .forEach(realm::removeAuthenticatorExecution);
    }

    private Optional<AuthenticationFlowModel> form() {
        return Optional.ofNullable(realm.getRegistrationFlow()).flatMap(this::form);
    }

    private Optional<AuthenticationFlowModel> form(AuthenticationFlowModel flow) {
        if (FORM_FLOW.equals(flow.getProviderId())) {
            return Optional.of(flow);
        }
        return steps(flow)
                .filter(AuthenticationExecutionModel::isAuthenticatorFlow)
                .flatMap(step -> form(realm.getAuthenticationFlowById(step.getFlowId())).stream())
                .findFirst();
    }

    private Stream<AuthenticationExecutionModel> steps(AuthenticationFlowModel flow) {
        return realm.getAuthenticationExecutionsStream(flow.getId());
    }

    private static boolean isOurs(AuthenticationExecutionModel step) {
        return RegistrationAccountFactory.ID.equals(step.getAuthenticator());
    }
}
