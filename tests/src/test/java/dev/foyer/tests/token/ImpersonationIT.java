package dev.foyer.tests.token;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.RequestOptions;
import dev.foyer.tests.browser.ApplicationPage;
import dev.foyer.tests.browser.Chromium;
import dev.foyer.tests.browser.LoginPage;
import dev.foyer.tests.oidc.OidcClient;
import dev.foyer.tests.oidc.SignIn;
import dev.foyer.tests.oidc.Tokens;
import dev.foyer.tests.realm.AdminApi;
import dev.foyer.tests.realm.TestRealm;
import dev.foyer.tests.saml.SamlApplication;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** An admin in the place of a person, by Keycloak's impersonation: what acts in the account says so. */
class ImpersonationIT {
    @RegisterExtension
    static final TestRealm realm = new TestRealm()
            .with(settings -> settings.setEventsEnabled(true))
            .user("dario", "Dario", "Conti")
            .user("ada", "Ada", "Admin")
            .customers("""
                    {"customers": [
                      {"number": "C-1", "name": "Dario Conti", "type": "individual",
                       "members": [{"kind": "owner", "user": "dario"}]},
                      {"number": "C-2", "name": "Acme S.p.A.", "type": "company",
                       "members": [{"kind": "guest", "user": "dario"}]}]}""");

    @RegisterExtension
    final Chromium chromium = new Chromium();

    private final OidcClient app = realm.application("app");

    private Page page;

    @BeforeEach
    void open() {
        page = chromium.page();
    }

    @Test
    void whateverTheAdminGetsNamesThem() {
        realm.addAudience("app", "app2");
        impersonate(realm.api());
        Map<String, Object> admin = Map.of(
                "sub",
                admin(),
                "preferred_username",
                "admin",
                "iss",
                realm.server().url("/realms/master").toString());

        Tokens tokens = signIn("openid");
        assertActs(tokens, "C-1", admin);
        assertActs(app.refresh(tokens), "C-1", admin);
        assertActs(app.refresh(tokens, Map.of("account", "C-2")), "C-2", admin);
        assertThat(app.userInfo(tokens)).containsEntry("act", admin);
        assertThat(app.introspect(tokens.accessToken())).containsEntry("act", admin);
        assertThat(app.introspectRefreshToken(tokens.refreshToken())).containsEntry("act", admin);
        OidcClient app2 = realm.application("app2");
        assertThat(app2.claims(app2.exchange(tokens.accessToken()))).containsEntry("act", admin);
        Tokens offline = signIn("openid offline_access");
        assertActs(app.refresh(offline), "C-1", admin);
    }

    @Test
    void anAdminOfTheRealmNeedsNoIssuer() {
        realm.appoint("ada", "impersonation");
        impersonate(realm.apiAs("ada"));

        assertActs(signIn("openid"), "C-1", Map.of("sub", realm.userId("ada"), "preferred_username", "ada"));
    }

    @Test
    void thePersonThemselvesIsNoActor() {
        SignIn signIn = app.signIn("openid").with("account_hint", "C-1");
        page.navigate(signIn.url());
        new LoginPage(page).signIn("dario");

        assertThat(signIn.redeem(new ApplicationPage(page).callback()).access().getClaims())
                .containsKey("account")
                .doesNotContainKey("act");
    }

    @Test
    void eventsNameBoth() {
        impersonate(realm.api());
        realm.admin().clearEvents();
        Tokens tokens = signIn("openid");
        app.refresh(tokens, Map.of("account", "C-2"));

        for (String type : List.of("LOGIN", "CUSTOM_REQUIRED_ACTION")) {
            List<EventRepresentation> events =
                    realm.admin().getEvents(List.of(type), null, null, null, null, null, null, null);
            assertThat(events).as(type).hasSize(1);
            assertThat(events.get(0).getUserId()).isEqualTo(realm.userId("dario"));
            assertThat(events.get(0).getDetails()).containsEntry("impersonator", "admin");
        }
    }

    @Test
    void soDoesAnAssertion() {
        ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
        mapper.setName("account");
        mapper.setProtocol("saml");
        mapper.setProtocolMapper("foyer-saml-account-mapper");
        mapper.setConfig(Map.of());
        SamlApplication erp = new SamlApplication(realm, "erp").register(Map.of(), mapper);
        impersonate(realm.api());
        signIn("openid");

        Response response = page.waitForResponse(
                answered -> answered.url().equals(erp.consumer()), () -> page.navigate(erp.signInUrl()));
        response.finished();
        assertThat(erp.attributes(response.request().postData()))
                .containsEntry("account_number", List.of("C-1"))
                .containsEntry("act_sub", List.of(admin()))
                .containsEntry("act_preferred_username", List.of("admin"));
    }

    private static void assertActs(Tokens tokens, String account, Map<String, Object> actor) {
        assertThat(tokens.accountNumber()).isEqualTo(account);
        for (Object claim : List.of(
                requireNonNull(tokens.access().getClaim("act")),
                requireNonNull(tokens.id().getClaim("act")))) {
            assertThat(claim).asInstanceOf(MAP).isEqualTo(actor);
        }
    }

    /** The browser takes the cookies of the answer along. */
    private void impersonate(AdminApi admin) {
        String address = admin.realm() + "/users/" + realm.userId("dario") + "/impersonation";
        assertThat(page.request()
                        .post(address, RequestOptions.create().setHeader("Authorization", "Bearer " + admin.token()))
                        .status())
                .isEqualTo(200);
    }

    private Tokens signIn(String scope) {
        SignIn signIn = app.signIn(scope).with("account_hint", "C-1");
        page.navigate(signIn.url());
        return signIn.redeem(new ApplicationPage(page).callback());
    }

    private static String admin() {
        return realm.server()
                .admin()
                .realm("master")
                .users()
                .searchByUsername("admin", true)
                .get(0)
                .getId();
    }
}
