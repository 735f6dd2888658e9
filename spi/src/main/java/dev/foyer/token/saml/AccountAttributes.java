package dev.foyer.token.saml;

import com.google.auto.service.AutoService;
import dev.foyer.keycloak.RealmSettings;
import dev.foyer.membership.UserType;
import dev.foyer.selection.keycloak.ClientSettings;
import dev.foyer.selection.login.SignIn;
import dev.foyer.token.AccountClaim;
import dev.foyer.token.Actor;
import dev.foyer.token.keycloak.TokenServices;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.keycloak.dom.saml.v2.assertion.AttributeStatementType;
import org.keycloak.dom.saml.v2.assertion.AttributeStatementType.ASTChoiceType;
import org.keycloak.dom.saml.v2.assertion.AttributeType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.protocol.saml.mappers.AbstractSAMLProtocolMapper;
import org.keycloak.protocol.saml.mappers.AttributeStatementHelper;
import org.keycloak.protocol.saml.mappers.SAMLAttributeStatementMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.saml.common.constants.JBossSAMLURIConstants;

/**
 * Puts the account of this very sign-in into the assertion (SAML 2.0 Core, section 2.7.3): an attribute for each member of
 * the claim, several values where the claim has a list. A client that has this mapper takes part in the selection.
 */
@AutoService(ProtocolMapper.class)
public final class AccountAttributes extends AbstractSAMLProtocolMapper implements SAMLAttributeStatementMapper {

    private static final String PREFIX = "attribute.prefix";
    private static final String DEFAULT_PREFIX = AccountClaim.NAME + "_";

    @Override
    public void transformAttributeStatement(
            AttributeStatementType statement,
            ProtocolMapperModel mapping,
            KeycloakSession session,
            UserSessionModel userSession,
            AuthenticatedClientSessionModel clientSession) {
        if (!RealmSettings.of(session).isEnabled()) {
            return;
        }
        TokenServices tokens = TokenServices.of(session);
        UserModel user = userSession.getUser();
        Optional<AccountClaim> account = Optional.ofNullable(
                        session.getContext().getAuthenticationSession())
                .flatMap(SignIn::selected)
                .flatMap(binding -> tokens.account(user, binding));
        String prefix = mapping.getConfig().getOrDefault(PREFIX, DEFAULT_PREFIX);
        tokens.actor(userSession, account.orElse(null))
                .ifPresent(actor ->
                        actor.toMap().forEach((name, value) -> add(statement, Actor.NAME + "_" + name, value)));
        account.ifPresent(claim -> claim.toMap().forEach((name, value) -> add(statement, prefix + name, value)));
        add(
                statement,
                UserType.NAME,
                tokens.userType(user, account.orElse(null)).key());
    }

    private static void add(AttributeStatementType statement, String name, Object value) {
        AttributeType attribute = new AttributeType(name);
        attribute.setNameFormat(JBossSAMLURIConstants.ATTRIBUTE_FORMAT_BASIC.get());
        Collection<?> values = value instanceof Collection<?> several ? several : List.of(value);
        values.forEach(each -> attribute.addAttributeValue(String.valueOf(each)));
        statement.addAttribute(new ASTChoiceType(attribute));
    }

    @Override
    public String getId() {
        return ClientSettings.SAML_MAPPER;
    }

    @Override
    public String getDisplayCategory() {
        return AttributeStatementHelper.ATTRIBUTE_STATEMENT_CATEGORY;
    }

    @Override
    public String getDisplayType() {
        return "Selected account";
    }

    @Override
    public String getHelpText() {
        return "Adds the account that was selected at sign-in, an attribute for each of its members, and the type of the user.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of(new ProviderConfigProperty(
                PREFIX,
                "Attribute prefix",
                "What the names of the attributes begin with.",
                ProviderConfigProperty.STRING_TYPE,
                DEFAULT_PREFIX));
    }
}
