package dev.foyer.selection.login;

import dev.foyer.selection.keycloak.SelectionSettings;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.AuthenticationFlowResolver;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.CommonClientSessionModel;

/**
 * Keycloak's own step-up authentication, asked for by an account instead of the application: the sign-in goes through its
 * flow once more, which skips what was done already and asks for what is missing to the level of the second factor.
 */
public final class SecondFactor {

    /** The error of a request that can not ask for it (RFC 9470, section 3). */
    public static final String ERROR = "insufficient_user_authentication";

    public static final String DESCRIPTION = "The account requires a second factor";

    private static final String CONDITION = "conditional-level-of-authentication";
    private static final String CONDITION_LEVEL = "loa-condition-level";

    private static final String ASKED = "foyer.second-factor";

    // Keycloak's notes of where a sign-in stands in its flow.
    private static final String FLOW_PATH = "current.flow.path";
    private static final String EXECUTION = "current.authentication.execution";
    private static final String LAST_EXECUTION = "last.processed.execution";
    private static final String AUTHENTICATE = "authenticate";

    private final AuthenticationSessionModel authentication;
    private final int level;

    SecondFactor(KeycloakSession session, AuthenticationSessionModel authentication) {
        this.authentication = authentication;
        this.level = new SelectionSettings(session.getContext().getRealm()).secondFactorLevel();
    }

    /** Whether it was used in this sign-in, or before in the SSO session and Keycloak still counts it. */
    boolean isUsed() {
        String reached = authentication.getAuthNote(Constants.LEVEL_OF_AUTHENTICATION);
        return reached != null && Integer.parseInt(reached) >= level;
    }

    /** Whether it is worth asking: once in a sign-in, and only where the flow has a condition for the level. */
    boolean canBeAskedFor() {
        return authentication.getAuthNote(ASKED) == null
                && reaches(AuthenticationFlowResolver.resolveBrowserFlow(authentication)
                        .getId());
    }

    /** Sends the browser through the flow once more. */
    Response ask(RequiredActionContext context) {
        authentication.setAuthNote(ASKED, String.valueOf(true));
        authentication.setClientNote(Constants.REQUESTED_LEVEL_OF_AUTHENTICATION, String.valueOf(level));
        authentication.clearExecutionStatus();
        authentication.removeAuthNote(EXECUTION);
        authentication.removeAuthNote(LAST_EXECUTION);
        authentication.removeAuthNote(SignIn.CAME_BY_SSO);
        authentication.setAuthNote(FLOW_PATH, AUTHENTICATE);
        authentication.setAction(CommonClientSessionModel.Action.AUTHENTICATE.name());
        URI here = context.getActionUrl();
        String path = here.getPath().replaceFirst("[^/]+$", AUTHENTICATE);
        return Response.seeOther(UriBuilder.fromUri(here)
                        .replacePath(path)
                        .replaceQueryParam(Constants.EXECUTION)
                        .replaceQueryParam("session_code")
                        .build())
                .build();
    }

    private boolean reaches(String flowId) {
        RealmModel realm = authentication.getRealm();
        return realm.getAuthenticationExecutionsStream(flowId)
                .filter(execution -> !execution.isDisabled())
                .anyMatch(execution -> execution.isAuthenticatorFlow()
                        ? reaches(execution.getFlowId())
                        : CONDITION.equals(execution.getAuthenticator()) && conditionLevel(realm, execution) >= level);
    }

    private static int conditionLevel(RealmModel realm, AuthenticationExecutionModel condition) {
        AuthenticatorConfigModel config = realm.getAuthenticatorConfigById(condition.getAuthenticatorConfig());
        String value = config == null ? null : config.getConfig().get(CONDITION_LEVEL);
        try {
            return value == null ? Constants.NO_LOA : Integer.parseInt(value);
        } catch (NumberFormatException mistyped) {
            // Nobody reaches a level that is none.
            return Constants.NO_LOA;
        }
    }
}
