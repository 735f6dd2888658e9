package dev.foyer.selection.keycloak;

import dev.foyer.feature.Setting;
import dev.foyer.selection.Account;
import dev.foyer.selection.AccountRequirement;
import dev.foyer.selection.AccountSwitch;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.ProtocolMapperContainerModel;

/** What a client has set for customer accounts. */
public final class ClientSettings {

    /** Client attribute: {@code required} (as when it is absent or says nothing known), {@code optional} or {@code never}. */
    public static final String ACCOUNT = "foyer.account";

    private static final Setting<AccountRequirement> REQUIREMENT =
            Setting.constant(ACCOUNT, AccountRequirement.REQUIRED);

    /**
     * Client attribute: {@code page} or {@code silent}. Where it is absent or says nothing known, clients that need consent have
     * their people choose on the page, and all others switch silently.
     */
    public static final String ACCOUNT_SWITCH = "foyer.account-switch";

    private static final Setting<AccountSwitch> SWITCH = Setting.constant(ACCOUNT_SWITCH, AccountSwitch.SILENT);

    /** The protocol mapper by which a SAML client asks for the account. */
    public static final String SAML_MAPPER = "foyer-saml-account-mapper";

    private static final String SAML = "saml";

    /** Keycloak's own consoles: they manage the person, not what the person acts for, unless they are told to. */
    private static final Set<String> OWN_CONSOLES = Set.of(
            Constants.ACCOUNT_CONSOLE_CLIENT_ID, Constants.ADMIN_CONSOLE_CLIENT_ID, Constants.ADMIN_CLI_CLIENT_ID);

    private final ClientModel client;

    public ClientSettings(ClientModel client) {
        this.client = client;
    }

    /**
     * Whether a sign-in that asked for this scope needs an account.
     *
     * @param scope the words of the request's scope
     */
    public AccountRequirement requirement(@Nullable String scope) {
        return asks(scope) ? requirement() : AccountRequirement.NEVER;
    }

    /** Whether this client needs an account whenever it asks for the scope of accounts. */
    public AccountRequirement requirement() {
        return REQUIREMENT
                .find(client.getAttribute(ACCOUNT), client::getClientId)
                .orElse(
                        OWN_CONSOLES.contains(client.getClientId())
                                ? AccountRequirement.NEVER
                                : AccountRequirement.REQUIRED);
    }

    /** How this client comes to another account. */
    public AccountSwitch accountSwitch() {
        return SWITCH.find(client.getAttribute(ACCOUNT_SWITCH), client::getClientId)
                .orElse(client.isConsentRequired() ? AccountSwitch.PAGE : AccountSwitch.SILENT);
    }

    private boolean asks(@Nullable String scope) {
        if (SAML.equals(client.getProtocol())) {
            return hasMapper(client)
                    || client.getClientScopes(true).values().stream().anyMatch(ClientSettings::hasMapper);
        }
        if (client.getClientScopes(true).containsKey(Account.SCOPE)) {
            return true;
        }
        return scope != null
                && Arrays.asList(scope.split(" ")).contains(Account.SCOPE)
                && client.getClientScopes(false).containsKey(Account.SCOPE);
    }

    private static boolean hasMapper(ProtocolMapperContainerModel container) {
        return container
                .getProtocolMappersStream()
                .anyMatch(mapper -> mapper.getProtocolMapper().equals(SAML_MAPPER));
    }
}
