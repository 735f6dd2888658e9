package dev.foyer.tests.invitation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.foyer.tests.browser.Accessibility;
import dev.foyer.tests.browser.AccountPicker;
import dev.foyer.tests.browser.ApplicationPage;
import dev.foyer.tests.browser.Chromium;
import dev.foyer.tests.browser.InvitationPage;
import dev.foyer.tests.browser.LoginPage;
import dev.foyer.tests.browser.RegistrationPage;
import dev.foyer.tests.oidc.Callback;
import dev.foyer.tests.oidc.SignIn;
import dev.foyer.tests.realm.SentInvitations;
import dev.foyer.tests.realm.TestRealm;
import dev.foyer.tests.server.Mailbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages of an invitation show, keep and refuse, beside the whole story in {@link InvitationStoryIT}. */
class InvitationPagesIT {
    private static final Pattern ACCOUNT_CONSOLE = Pattern.compile(".*/realms/[^/]+/account/.*");
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    @RegisterExtension
    static final Mailbox mailbox = new Mailbox();

    @RegisterExtension
    static final TestRealm realm = new TestRealm()
            .with(settings -> settings.setSmtpServer(mailbox.settings()))
            .user("ines", "Ines", "Rossi")
            .user("gina", "Gina", "Moretti")
            .user("otto", "Otto", "Anders")
            .customers("""
                    {"customers": [
                      {"number": "C-1", "name": "Acme <i>S.p.A.</i>", "type": "company",
                       "members": [{"kind": "owner", "user": "ines"}]},
                      {"number": "C-2", "name": "Studio Moretti", "type": "company",
                       "members": [{"kind": "owner", "user": "gina"}]},
                      {"number": "C-3", "name": "Otto Anders", "type": "individual",
                       "members": [{"kind": "owner", "user": "otto"}]}]}""");

    @RegisterExtension
    final Chromium chromium = new Chromium();

    private final SentInvitations invitations = new SentInvitations(realm, "ines");
    private final String username = "person" + PEOPLE.incrementAndGet();

    private Page page;
    private InvitationPage invitation;

    @BeforeEach
    void open() {
        page = chromium.page();
        invitation = new InvitationPage(page);
    }

    @Test
    void whoIsSignedOutSignsInAndAccepts() {
        String token = invite(register());

        assertThat(invitation.open(invitations.link(token))).isEqualTo(200);
        assertThat(invitation.details()).containsText("Acme <i>S.p.A.</i> Account ID C-1");
        assertThat(invitation.details()).containsText("Billing, Orders");
        assertThat(invitation.details()).containsText("Welcome <b>aboard</b>!");
        assertThat(invitation.text()).containsText("Ines Rossi invites you");
        assertThat(page.locator("#foyer-page b, #foyer-page i")).hasCount(0);
        invitation.signIn();
        new LoginPage(page).signIn(username);
        assertThat(invitation.details()).containsText("Account ID C-1");
        assertThat(invitations.state(token)).isEqualTo("SENT INVITE_SENT 0");
        invitation.accept();

        assertThat(page).hasURL(ACCOUNT_CONSOLE);
        assertThat(invitations.state(token)).startsWith("ACCEPTED ACTIVE");
        assertThat(invitations.sessionNotes())
                .noneMatch(notes -> notes.contains(token) || notes.contains("foyer.invitation"));
    }

    @Test
    void whoIsSignedInAsTheInviteeAnswersAtOnce() {
        String address = register();
        signInTo("app", username);
        new ApplicationPage(page).callback();
        String token = invite(address);

        invitation.open(invitations.link(token));
        assertThat(invitation.details()).containsText("Account ID C-1");
        assertThat(page.locator("#username")).hasCount(0);
        invitation.reject();

        assertThat(page).hasURL(ACCOUNT_CONSOLE);
        assertThat(invitations.state(token)).startsWith("REJECTED REJECTED");
    }

    @Test
    void whoRegistersWithAnotherAddressHasProvedNothing() {
        String token = invite(username + "-invited@example.com");
        invitation.open(invitations.link(token));
        invitation.register();
        RegistrationPage registration = new RegistrationPage(page);
        registration.fillPerson(username, "Nora", "Keller");
        registration.submit();

        assertThat(page.locator("#kc-page-title")).containsText("Email verification");
        assertThat(realm.person(username).toRepresentation().isEmailVerified()).isFalse();
        assertThat(invitations.state(token)).isEqualTo("SENT INVITE_SENT 0");
    }

    @Test
    void whoSignsInAsSomebodyElseIsToldSoAndCanNotAnswer() {
        String token = invite(register());
        invitation.open(invitations.link(token));
        invitation.signIn();
        new LoginPage(page).signIn("otto");

        assertThat(page.locator("#foyer-other-address"))
                .hasText("This invitation is for p***@example.com, and you are signed in as otto.");
        assertThat(invitation.answers("accept")).hasCount(0);
        invitation.later();
        assertThat(page).hasURL(ACCOUNT_CONSOLE);
        assertThat(invitations.state(token)).isEqualTo("SENT INVITE_SENT 0");
    }

    /** Somebody may have registered the victim's address before the victim was invited. */
    @Test
    void whoHasNotVerifiedTheAddressNeitherSeesNorAnswers() {
        String token = invite(register());
        realm.configure(settings -> settings.setVerifyEmail(false));
        var person = realm.person(username).toRepresentation();
        person.setEmailVerified(false);
        realm.person(username).update(person);
        try {
            signInTo("app", username);
            new ApplicationPage(page).callback();
            invitation.open(invitations.link(token));

            assertThat(page.locator("#foyer-unverified")).isVisible();
            assertThat(invitation.details()).hasCount(0);
            assertThat(invitation.answers("accept")).hasCount(0);
            invitation.answers("verify").click();
            assertThat(page.locator("#kc-page-title")).containsText("Email verification");
            assertThat(invitations.state(token)).isEqualTo("SENT INVITE_SENT 0");
        } finally {
            realm.configure(settings -> settings.setVerifyEmail(true));
        }
    }

    @Test
    void anAcceptedAccountIsAmongThoseToChooseFromInTheSameSignIn() {
        String token = invite(register());

        SignIn signIn = signInTo("app", username);
        assertThat(invitation.details()).containsText("Account ID C-1");
        invitation.accept();
        assertThat(new AccountPicker(page).accounts()).hasCount(2);
        new AccountPicker(page).choose("C-1");

        assertThat(signIn.redeem(new ApplicationPage(page).callback()).accountNumber())
                .isEqualTo("C-1");
        assertThat(invitations.state(token)).startsWith("ACCEPTED ACTIVE");
    }

    @Test
    void anInvitationCanWaitAndComesAgainAtTheNextSignInOnly() {
        String token = invite(register());

        SignIn signIn = signInTo("app", username);
        invitation.later();
        assertThat(signIn.redeem(new ApplicationPage(page).callback()).accountNumber())
                .isEqualTo(own());
        SignIn second = realm.application("app2").signIn("openid");
        page.navigate(second.url());
        assertThat(second.redeem(new ApplicationPage(page).callback()).accountNumber())
                .isEqualTo(own());

        page.context().clearCookies();
        signInTo("app", username);
        assertThat(invitation.details()).containsText("Account ID C-1");
        assertThat(invitations.state(token)).isEqualTo("SENT INVITE_SENT 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void aMailScannerChangesNothing(String method) {
        String token = invite(username + "@example.com");
        for (int i = 0; i < 100; i++) {
            assertThat(call(method, invitations.link(token)).statusCode()).isEqualTo(200);
        }
        assertThat(invitations.state(token)).isEqualTo("SENT INVITE_SENT 0");
    }

    @Test
    void everyLinkThatIsNotOpenOpensTheSamePage() {
        String accepted = invite("accepted-" + username + "@example.com");
        invitations.set(accepted, "state", "ACCEPTED");
        String revoked = invite("revoked-" + username + "@example.com");
        invitations.set(revoked, "state", "REVOKED");
        String expired = invite("expired-" + username + "@example.com");
        invitations.set(expired, "expires_at", 1L);
        String altered = invite("altered-" + username + "@example.com");

        Set<String> pages = new TreeSet<>();
        for (String token :
                Set.of(accepted, revoked, expired, altered + "x", "unknown", altered.toUpperCase(Locale.ROOT))) {
            HttpResponse<String> response = call("GET", invitations.link(token));
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.body()).contains("This invitation is no longer valid.");
            assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
            pages.add(response.body().replace(token, "").replaceAll("kc_state_checker=[^\"&]*", ""));
        }
        assertThat(pages).hasSize(1);
    }

    @Test
    void anAnsweredLinkIsDeadForEverybody() {
        String token = invite(register());
        invitation.open(invitations.link(token));
        invitation.signIn();
        new LoginPage(page).signIn(username);
        String answering = page.url();
        invitation.accept();
        assertThat(page).hasURL(ACCOUNT_CONSOLE);
        String after = invitations.state(token);

        openAnotherTab();
        assertThat(invitation.open(invitations.link(token))).isEqualTo(400);
        page.navigate(answering);
        assertThat(invitation.answers("accept")).hasCount(0);
        assertThat(invitations.state(token)).isEqualTo(after);
    }

    @Test
    void onlyOurOwnPageEndsTheSessionOfSomebodyElse() {
        String token = invite(register());
        signInTo("app", "otto");
        new ApplicationPage(page).callback();
        String link = invitations.link(token);

        page.setContent("<form method=post action='%s'><input name=seal value=x></form>".formatted(link));
        page.locator("form").evaluate("form => form.submit()");

        assertThat(page.locator("#foyer-change-user")).isVisible();
        assertThat(invitation.text()).containsText("you are signed in as otto");
    }

    /** Who may read a page of their own session can not end somebody else's with what it says. */
    @Test
    void aSealOfAnotherSessionEndsNone() {
        String link = invitations.link(invite(register()));
        signInTo("app", "otto");
        new ApplicationPage(page).callback();
        invitation.open(link);
        String seal = page.locator("button[name=seal]").getAttribute("value");

        page = chromium.page();
        invitation = new InvitationPage(page);
        signInTo("app", "ines");
        new ApplicationPage(page).callback();
        page.setContent("<form method=post action='%s'><input name=seal value='%s'></form>".formatted(link, seal));
        page.locator("form").evaluate("form => form.submit()");

        assertThat(page.locator("#foyer-change-user")).isVisible();
        assertThat(invitation.text()).containsText("you are signed in as ines");
    }

    /** The address of the form, read over somebody's shoulder, is of no use in another browser. */
    @Test
    void nobodyAnswersFromAnotherBrowser() {
        String token = invite(register());
        signInTo("app", username);
        assertThat(invitation.answers("accept")).isVisible();
        String action = page.locator("#foyer-invitations").getAttribute("action");
        String id = invitation.answers("accept").getAttribute("value");

        Page forged = chromium.page();
        forged.setContent("<form method=post action='%s'><input name=action value=accept></form>".formatted(action));
        forged.locator("form").evaluate("form => form.submit()");
        forged.waitForLoadState();
        call("GET", action + "&accept=" + id);

        assertThat(invitations.state(token)).isEqualTo("SENT INVITE_SENT 0");
        invitation.accept();
        assertThat(invitations.state(token)).startsWith("ACCEPTED ACTIVE");
    }

    @Test
    void theInviteeGoesOnToTheApplicationThatTheInvitationNames() {
        String redirect = Callback.of("app").toString();
        String token = invitations.send("C-1", register(), username, redirect);
        invitation.open(invitations.link(token));
        invitation.signIn();
        new LoginPage(page).signIn(username);
        invitation.accept();

        assertThat(new ApplicationPage(page).callback()).isEqualTo(redirect);
    }

    /** What an application may have allowed when somebody was invited, it may not allow any more. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "http://localhost@@evil.example/",
                "http://localhost:1/app/..;/",
                "javascript:alert(1)"
            })
    void nobodyGoesToAnAddressThatTheApplicationHasNotRegistered(String redirect) {
        String token = invitations.send("C-1", register(), username, redirect);
        invitation.open(invitations.link(token));
        invitation.signIn();
        new LoginPage(page).signIn(username);
        invitation.accept();

        assertThat(page).hasURL(ACCOUNT_CONSOLE);
    }

    @Test
    void aRealmThatIsSwitchedOffHasNoSuchPage() {
        String token = invite(username + "@example.com");
        realm.set("foyer.enabled", "false");
        try {
            assertThat(call("GET", invitations.link(token)).statusCode()).isEqualTo(404);
        } finally {
            realm.set("foyer.enabled", "true");
        }
    }

    @ParameterizedTest
    @CsvSource({"en, LIGHT, 1280", "it, DARK, 1280", "it, LIGHT, 360"})
    void thePagesAreReadableForEverybody(String language, ColorScheme scheme, int width) {
        String name = "%s-%s-%d".formatted(language, scheme, width).toLowerCase(Locale.ROOT);
        String token = invite(register());
        page = chromium.page(
                options -> options.setLocale(language).setColorScheme(scheme).setViewportSize(width, 800));
        invitation = new InvitationPage(page);

        invitation.open(invitations.link(token));
        look("invitation-signed-out-" + name);
        invitation.signIn();
        new LoginPage(page).signIn(username);
        assertThat(invitation.answers("accept")).isVisible();
        look("invitation-answer-" + name);
        invitation.later();

        page.context().clearCookies();
        page.navigate(realm.application("app").signIn("openid").url());
        new LoginPage(page).signIn("otto");
        new ApplicationPage(page).callback();
        invitation.open(invitations.link(token));
        look("invitation-other-user-" + name);
    }

    /** The account console goes on loading in the tab where it is. */
    private void openAnotherTab() {
        page = page.context().newPage();
        invitation = new InvitationPage(page);
    }

    private void look(String name) {
        Chromium.screenshot(page, name);
        Accessibility.assertAccessible(page, "#foyer-page");
    }

    /** Makes a user with a verified address and an account of their own, and answers with the address. */
    private String register() {
        realm.addUser(username, "Pia", "Serra");
        realm.importCustomers("""
                {"customers": [{"number": "%1$s", "name": "Own account", "type": "individual",
                                "members": [{"kind": "owner", "user": "%2$s"}]}]}""".formatted(own(), username));
        return username + "@example.com";
    }

    private String own() {
        return "P-" + username;
    }

    private String invite(String address) {
        return invitations.send("C-1", address);
    }

    private SignIn signInTo(String application, String user) {
        SignIn signIn = realm.application(application).signIn("openid");
        page.navigate(signIn.url());
        new LoginPage(page).signIn(user);
        return signIn;
    }

    private static HttpResponse<String> call(String method, String url) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(url))
                                    .method(method, BodyPublishers.noBody())
                                    .build(),
                            BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
