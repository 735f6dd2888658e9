package dev.foyer.tests.realm;

import java.util.Map;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.AuthenticationManagementResource;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;
import org.keycloak.representations.idm.AuthenticatorConfigRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** A browser flow with two levels of authentication, as Keycloak's documentation builds it: password, one-time password. */
public final class StepUpFlow {
    private static final String TOP = "step-up";
    private static final String FORMS = "step-up forms";
    private static final String HOUR = "3600";

    private final AuthenticationManagementResource flows;

    private StepUpFlow(AuthenticationManagementResource flows) {
        this.flows = flows;
    }

    /** Makes it the realm's. */
    public static void install(TestRealm realm) {
        new StepUpFlow(realm.admin().flows()).create();
        RealmRepresentation representation = realm.admin().toRepresentation();
        representation.setBrowserFlow(TOP);
        representation.setOtpPolicyCodeReusable(true);
        realm.admin().update(representation);
    }

    private void create() {
        AuthenticationFlowRepresentation top = new AuthenticationFlowRepresentation();
        top.setAlias(TOP);
        top.setProviderId("basic-flow");
        top.setTopLevel(true);
        CreatedResponseUtil.getCreatedId(flows.createFlow(top));
        execution(TOP, "auth-cookie", "ALTERNATIVE");
        flow(TOP, FORMS, "ALTERNATIVE");
        level("1", "auth-username-password-form");
        level("2", "auth-otp-form");
    }

    private void level(String level, String authenticator) {
        String alias = "level " + level;
        flow(FORMS, alias, "CONDITIONAL");
        AuthenticatorConfigRepresentation condition = new AuthenticatorConfigRepresentation();
        condition.setAlias(alias);
        condition.setConfig(Map.of("loa-condition-level", level, "loa-max-age", HOUR));
        flows.newExecutionConfig(execution(alias, "conditional-level-of-authentication", "REQUIRED"), condition);
        execution(alias, authenticator, "REQUIRED");
    }

    private void flow(String parent, String alias, String requirement) {
        flows.addExecutionFlow(
                parent, Map.of("alias", alias, "type", "basic-flow", "provider", "registration-page-form"));
        require(parent, last(parent), requirement);
    }

    private String execution(String parent, String provider, String requirement) {
        flows.addExecution(parent, Map.of("provider", provider));
        AuthenticationExecutionInfoRepresentation added = last(parent);
        require(parent, added, requirement);
        return added.getId();
    }

    private void require(String parent, AuthenticationExecutionInfoRepresentation execution, String requirement) {
        execution.setRequirement(requirement);
        flows.updateExecutions(parent, execution);
    }

    private AuthenticationExecutionInfoRepresentation last(String parent) {
        return flows.getExecutions(parent).stream()
                .filter(execution -> execution.getLevel() == 0)
                .reduce((one, next) -> next)
                .orElseThrow();
    }
}
