package dev.foyer.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.foyer.tests.browser.ApplicationPage;
import dev.foyer.tests.browser.Chromium;
import dev.foyer.tests.browser.LoginPage;
import dev.foyer.tests.oidc.OidcClient;
import dev.foyer.tests.oidc.SignIn;
import dev.foyer.tests.oidc.Tokens;
import dev.foyer.tests.realm.TestRealm;
import dev.foyer.tests.server.Database;
import dev.foyer.tests.server.KeycloakServer;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever has nothing to do with accounts pays nothing for them: counted in statements sent to the database. */
class UntouchedClientsIT {
    @RegisterExtension
    static final TestRealm realm =
            new TestRealm().user("dario", "Dario", "Conti").customers("""
                    {"customers": [{"number": "C-1", "name": "Dario Conti", "type": "individual",
                                    "members": [{"kind": "owner", "user": "dario"}]}]}""");

    @RegisterExtension
    final Chromium chromium = new Chromium();

    /** {@code app} has no scope of accounts, {@code app2} has it and never asks; {@code spa} is as ever. */
    @BeforeAll
    static void takeTheScopeAway() {
        String scope = realm.admin().clientScopes().findAll().stream()
                .filter(each -> each.getName().equals("account"))
                .findFirst()
                .orElseThrow()
                .getId();
        String client = realm.admin().clients().findByClientId("app").get(0).getId();
        realm.admin().clients().get(client).removeDefaultClientScope(scope);
        realm.setClient("app2", "foyer.account", "never");
    }

    @Test
    void aSignInSendsTheStatementsThatItSendsWithoutFoyer() {
        Map<String, Long> withoutScope = cost(realm, "app");
        Map<String, Long> neverAsked = cost(realm, "app2");
        try (KeycloakServer server = KeycloakServer.withoutFoyer()) {
            TestRealm plain = TestRealm.withoutFoyer(server).user("dario", "Dario", "Conti");
            plain.recreate();
            Map<String, Long> stock = cost(plain, "app");
            plain.admin().remove();

            assertThat(withoutScope).isEqualTo(stock);
            assertThat(neverAsked).isEqualTo(stock);
        }
    }

    @Test
    void aRefreshForAnAccountAsksFoyerOnce() {
        OidcClient spa = realm.application("spa");
        Tokens tokens = signIn(spa);

        Map<String, Long> statements = realm.server().database().statementsDuring(() -> spa.refresh(tokens));

        assertThat(statements.entrySet().stream()
                        .filter(each -> each.getKey().toLowerCase(Locale.ROOT).contains("foyer_"))
                        .mapToLong(Map.Entry::getValue)
                        .sum())
                .isEqualTo(1);
    }

    /** The statements of all that an application does with a person, caches filled; the fewest of some rounds. */
    private Map<String, Long> cost(TestRealm home, String client) {
        OidcClient app = home.application(client);
        Database database = home.server().database();
        use(app);
        // Keycloak cleans up in the background now and then.
        return Stream.generate(() -> database.statementsDuring(() -> use(app)))
                .limit(3)
                .min(Comparator.comparingLong(counts ->
                        counts.values().stream().mapToLong(each -> each).sum()))
                .orElseThrow();
    }

    private void use(OidcClient app) {
        Tokens first = signIn(app);
        awaitNextSecond(first);
        Tokens tokens = app.refresh(first);
        app.userInfo(tokens);
        app.introspect(tokens.accessToken());
    }

    /** A refresh writes the session's time, in seconds, only when it is another one. */
    private static void awaitNextSecond(Tokens tokens) {
        Instant next = tokens.access().getIssueTime().toInstant().plusSeconds(1);
        while (Instant.now().isBefore(next)) {
            Thread.onSpinWait();
        }
    }

    private Tokens signIn(OidcClient app) {
        SignIn signIn = app.signIn("openid");
        Page page = chromium.page();
        page.navigate(signIn.url());
        new LoginPage(page).signIn("dario");
        return signIn.redeem(new ApplicationPage(page).callback());
    }
}
