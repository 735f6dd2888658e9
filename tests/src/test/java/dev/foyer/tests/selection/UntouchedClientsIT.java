package dev.foyer.tests.selection;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.foyer.tests.browser.AccountPicker;
import dev.foyer.tests.browser.ApplicationPage;
import dev.foyer.tests.browser.Chromium;
import dev.foyer.tests.browser.InvitationPage;
import dev.foyer.tests.browser.LoginPage;
import dev.foyer.tests.oidc.OidcClient;
import dev.foyer.tests.oidc.SignIn;
import dev.foyer.tests.oidc.Tokens;
import dev.foyer.tests.realm.SentInvitations;
import dev.foyer.tests.realm.TestRealm;
import dev.foyer.tests.server.KeycloakServer;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever has nothing to do with accounts pays nothing for them: counted in statements sent to the database. */
class UntouchedClientsIT {
    @RegisterExtension
    static final TestRealm realm = new TestRealm()
            .user("dario", "Dario", "Conti")
            .user("elena", "Elena", "Sala")
            .user("fiona", "Fiona", "Monti")
            .customers("""
                    {"customers": [{"number": "C-1", "name": "Dario Conti", "type": "individual",
                                    "members": [{"kind": "owner", "user": "dario"}, {"kind": "guest", "user": "elena"}]},
                                   {"number": "C-2", "name": "Elena Sala", "type": "individual",
                                    "members": [{"kind": "owner", "user": "elena"}]},
                                   {"number": "C-3", "name": "Fiona Monti", "type": "individual",
                                    "members": [{"kind": "owner", "user": "fiona"}]}]}""");

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

    /** What docs/operators.md tells of the price: the invitations, the accounts and the token. */
    @Test
    void aSignInWithAccountsAsksFoyerThreeTimesAndKeycloakNothingMore() {
        Map<String, Long> neverAsked = statements(realm, () -> signIn(realm.application("app2")));
        Map<String, Long> asked = statements(realm, () -> signIn(realm.application("spa")));

        assertThat(ofFoyer(asked)).isEqualTo(3);
        assertThat(ofKeycloak(asked)).isEqualTo(neverAsked);
    }

    /** Also told there. */
    @Test
    void aPageOfAccountsCostsFiveMoreAndOneOfAnInvitationNine() {
        OidcClient spa = realm.application("spa");
        new SentInvitations(realm, "elena").send("C-2", "fiona@example.com");

        Map<String, Long> chosen =
                statements(realm, () -> signIn(spa, "elena", page -> new AccountPicker(page).choose("C-2")));
        Map<String, Long> putOff =
                statements(realm, () -> signIn(spa, "fiona", page -> new InvitationPage(page).later()));

        assertThat(ofFoyer(chosen)).isEqualTo(3 + 5);
        assertThat(ofFoyer(putOff)).isEqualTo(3 + 9);
    }

    @Test
    void aRefreshForAnAccountAsksFoyerOnce() {
        OidcClient spa = realm.application("spa");
        Tokens tokens = signIn(spa);

        assertThat(ofFoyer(realm.server().statementsDuring(() -> spa.refresh(tokens))))
                .isEqualTo(1);
    }

    /** The statements of all that an application does with a person. */
    private Map<String, Long> cost(TestRealm home, String client) {
        OidcClient app = home.application(client);
        return statements(home, () -> use(app));
    }

    /** The statements with caches filled. */
    private static Map<String, Long> statements(TestRealm home, Runnable action) {
        action.run();
        return home.server().statementsDuring(action);
    }

    private void use(OidcClient app) {
        Tokens first = signIn(app);
        awaitNextSecond();
        Tokens tokens = app.refresh(first);
        app.userInfo(tokens);
        app.introspect(tokens.accessToken());
    }

    /** Keycloak notes the second in which a session was last used, when it is another one than before. */
    private static void awaitNextSecond() {
        long second = Instant.now().getEpochSecond();
        while (Instant.now().getEpochSecond() == second) {
            Thread.onSpinWait();
        }
    }

    private Tokens signIn(OidcClient app) {
        return signIn(app, "dario", page -> {});
    }

    /** @param asked answers the page that comes after the password */
    private Tokens signIn(OidcClient app, String username, Consumer<Page> asked) {
        SignIn signIn = app.signIn("openid");
        Page page = chromium.page();
        page.navigate(signIn.url());
        new LoginPage(page).signIn(username);
        asked.accept(page);
        String callback = new ApplicationPage(page).callback();
        awaitNextSecond();
        return signIn.redeem(callback);
    }

    private static long ofFoyer(Map<String, Long> statements) {
        return sum(statements) - sum(ofKeycloak(statements));
    }

    private static Map<String, Long> ofKeycloak(Map<String, Long> statements) {
        Map<String, Long> others = new TreeMap<>(statements);
        others.keySet().removeIf(statement -> statement.toLowerCase(Locale.ROOT).contains("foyer_"));
        return others;
    }

    private static long sum(Map<String, Long> statements) {
        return statements.values().stream().mapToLong(each -> each).sum();
    }
}
