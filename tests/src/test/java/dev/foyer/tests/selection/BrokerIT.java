package dev.foyer.tests.selection;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.foyer.tests.admin.CustomersApi;
import dev.foyer.tests.browser.AccountPicker;
import dev.foyer.tests.browser.ApplicationPage;
import dev.foyer.tests.browser.Chromium;
import dev.foyer.tests.browser.LoginPage;
import dev.foyer.tests.browser.NoAccountPage;
import dev.foyer.tests.oidc.SignIn;
import dev.foyer.tests.realm.TestRealm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.FederatedIdentityRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;

/** Whoever signs in at another identity provider chooses an account here. The provider is another realm. */
class BrokerIT {
    private static final String ALIAS = "elsewhere";

    @RegisterExtension
    static final TestRealm provider = new TestRealm()
            .user("dario.conti", "Dario", "Conti")
            .user("nina", "Nina", "Nuova")
            .user("ines", "Ines", "Interna");

    @RegisterExtension
    static final TestRealm realm = new TestRealm()
            .user("dario", "Dario", "Conti")
            .user("ines", "Ines", "Interna")
            .customers("""
                    {"customers": [
                      {"number": "C-1", "name": "Dario Conti", "type": "individual",
                       "members": [{"kind": "owner", "user": "dario"}]},
                      {"number": "C-2", "name": "Acme S.p.A.", "type": "company",
                       "members": [{"kind": "guest", "user": "dario"}]}]}""");

    @RegisterExtension
    final Chromium chromium = new Chromium();

    private Page page;
    private SignIn signIn;

    @BeforeAll
    static void connect() {
        provider.configure("app", client -> {
            client.setRedirectUris(List.of(realm.server()
                    .url("/realms/%s/broker/%s/endpoint".formatted(realm.name(), ALIAS))
                    .toString()));
            // It stands for this realm, which has accounts of its own.
            client.getAttributes().put("foyer.account", "never");
        });
        realm.admin().identityProviders().create(broker()).close();
    }

    @BeforeEach
    void goThere() {
        page = chromium.page();
        signIn = realm.application("app").signIn("openid").with("kc_idp_hint", ALIAS);
    }

    @Test
    void somebodyLinkedChooses() {
        FederatedIdentityRepresentation link = new FederatedIdentityRepresentation();
        link.setUserId(provider.userId("dario.conti"));
        link.setUserName("dario.conti");
        realm.admin()
                .users()
                .get(realm.userId("dario"))
                .addFederatedIdentity(ALIAS, link)
                .close();

        page.navigate(signIn.url());
        new LoginPage(page).signIn("dario.conti");
        assertThat(new AccountPicker(page).accounts()).hasCount(2);
        new AccountPicker(page).choose("C-2");

        assertThat(signIn.redeem(new ApplicationPage(page).callback()).accountNumber())
                .isEqualTo("C-2");
    }

    @Test
    void somebodyNewGoesOnOnceThereIsAnAccountForThem() {
        page.navigate(signIn.url());
        new LoginPage(page).signIn("nina");
        assertThat(new NoAccountPage(page).content()).isVisible();
        assertThat(type("nina")).isEqualTo("external");

        realm.importCustomers("""
                {"customers": [{"number": "C-3", "name": "Nina Nuova", "type": "individual",
                                "members": [{"kind": "owner", "user": "nina"}]}]}""");
        new NoAccountPage(page).lookAgain();

        assertThat(signIn.redeem(new ApplicationPage(page).callback()).accountNumber())
                .isEqualTo("C-3");
    }

    /** Staff may sign in by their company's provider: to have come by it is something else. */
    @Test
    void whoWasThereBeforeTheirLinkStaysInternal() {
        FederatedIdentityRepresentation link = new FederatedIdentityRepresentation();
        link.setUserId(provider.userId("ines"));
        link.setUserName("ines");
        realm.admin()
                .users()
                .get(realm.userId("ines"))
                .addFederatedIdentity(ALIAS, link)
                .close();
        page.navigate(signIn.url());
        new LoginPage(page).signIn("ines");
        assertThat(new NoAccountPage(page).content()).isVisible();

        assertThat(type("ines")).isEqualTo("internal");
    }

    private static String type(String username) {
        return CustomersApi.of(realm)
                .get("/customers/users/" + realm.userId(username) + "/type")
                .json()
                .get("type")
                .asText();
    }

    private static IdentityProviderRepresentation broker() {
        String issuer = provider.server().url("/realms/" + provider.name()).toString();
        String endpoints = issuer + "/protocol/openid-connect/";
        IdentityProviderRepresentation broker = new IdentityProviderRepresentation();
        broker.setAlias(ALIAS);
        broker.setProviderId("oidc");
        broker.setTrustEmail(true);
        broker.setConfig(Map.of(
                "issuer", issuer,
                "authorizationUrl", endpoints + "auth",
                "tokenUrl", endpoints + "token",
                "jwksUrl", endpoints + "certs",
                "useJwksUrl", "true",
                "validateSignature", "true",
                "clientAuthMethod", "client_secret_post",
                "clientId", "app",
                "clientSecret", "app-secret",
                "defaultScope", "openid profile email"));
        return broker;
    }
}
