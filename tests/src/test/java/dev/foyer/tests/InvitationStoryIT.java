package dev.foyer.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.foyer.tests.admin.SelfServiceApi;
import dev.foyer.tests.browser.Accessibility;
import dev.foyer.tests.browser.AccountPicker;
import dev.foyer.tests.browser.Chromium;
import dev.foyer.tests.browser.InvitationPage;
import dev.foyer.tests.browser.LoginPage;
import dev.foyer.tests.browser.RegistrationPage;
import dev.foyer.tests.realm.TestRealm;
import dev.foyer.tests.server.Mailbox;
import dev.foyer.tests.server.Mailbox.Letter;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** "I invite my accountant; she gets a mail, signs in, accepts, and next time she can choose my account." */
class InvitationStoryIT {
    private static final Pattern ACCOUNT_CONSOLE = Pattern.compile(".*/realms/[^/]+/account/.*");

    @RegisterExtension
    static final Mailbox mailbox = new Mailbox();

    @RegisterExtension
    static final TestRealm realm = new TestRealm()
            .with(settings -> settings.setSmtpServer(mailbox.settings()))
            .user("ines", "Ines", "Rossi")
            .user("marco", "Marco", "Neri")
            .user("gina", "Gina", "Moretti")
            .user("otto", "Otto", "Anders")
            .customers("""
                    {"customers": [
                      {"number": "C-1", "name": "Acme", "type": "company",
                       "members": [{"kind": "owner", "user": "ines"}, {"kind": "owner", "user": "marco"}]},
                      {"number": "C-2", "name": "Studio Moretti", "type": "company",
                       "members": [{"kind": "owner", "user": "gina"}]},
                      {"number": "C-3", "name": "Otto Anders", "type": "individual",
                       "members": [{"kind": "owner", "user": "otto"}]}]}""");

    @RegisterExtension
    final Chromium chromium = new Chromium();

    private SelfServiceApi ines;
    private String acme;
    private Page page;
    private InvitationPage invitation;

    @BeforeEach
    void open() {
        ines = SelfServiceApi.as("ines", realm);
        acme = "/accounts/" + realm.accounts().id("C-1");
        page = chromium.page();
        invitation = new InvitationPage(page);
    }

    @Test
    void theAccountantAcceptsAndChoosesTheAccountFromThenOn() {
        invite("gina@example.com");
        Letter letter = mailbox.await("gina@example.com", 1).get(0);
        assertThat(letter.subject()).isEqualTo("Ines Rossi invites you to the account Acme");
        assertThat(letter.text()).contains("Acme (C-1)", "Billing", "> The books, please.");

        assertThat(invitation.open(letter.link())).isEqualTo(200);
        invitation.signIn();
        new LoginPage(page).signIn("gina");
        invitation.accept();

        assertThat(page).hasURL(ACCOUNT_CONSOLE);
        mailbox.await("ines@example.com", "gina@example.com accepted your invitation to Acme");
        openAnotherTab();
        page.navigate(realm.application("app").signIn("openid").url());
        assertThat(new AccountPicker(page).accounts()).hasText(new Pattern[] {
            Pattern.compile("Acme\\s+Account ID C-1\\s+Guest"),
            Pattern.compile("Studio Moretti\\s+Account ID C-2\\s+Own account")
        });
        assertThat(invitation.open(letter.link())).isEqualTo(400);
    }

    @Test
    void whoIsNewRegistersByTheLinkAndDeclines() {
        invite("nora@example.com");
        invitation.open(mailbox.await("nora@example.com", 1).get(0).link());
        invitation.register();
        RegistrationPage registration = new RegistrationPage(page);
        registration.fillPerson("nora", "Nora", "Keller");
        registration.submit();
        registration.choosePassword("nora");
        assertThat(invitation.details()).containsText("Account ID C-1");
        invitation.reject();

        assertThat(page).hasURL(ACCOUNT_CONSOLE);
        mailbox.await("ines@example.com", "nora@example.com declined your invitation to Acme");
        assertThat(SelfServiceApi.as("nora", realm).get("/accounts").each("name"))
                .containsExactly("Nora Keller");
    }

    @Test
    void whoInvitedHearsThatSomebodyElseTookItBackAndTheLinkIsDead() {
        String membership = invite("otto@example.com");
        Letter letter = mailbox.await("otto@example.com", 1).get(0);

        SelfServiceApi.as("marco", realm)
                .post(acme + "/members/" + membership + "/invitations/revoke", "")
                .assertStatus(200);

        assertThat(invitation.open(letter.link())).isEqualTo(400);
        mailbox.await("ines@example.com", "Your invitation of otto@example.com to Acme was taken back");
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "it, 360"})
    void theMailIsReadableForEverybody(String language, int width) {
        String address = "reader-" + language + "@example.com";
        invite(address, "\"language\": \"%s\", \"endsAt\": 1924988399000".formatted(language));
        page = chromium.page(options -> options.setViewportSize(width, 800));

        page.setContent(mailbox.await(address, 1).get(0).html());

        assertThat(page.locator("html")).hasAttribute("lang", language);
        Chromium.screenshot(page, "invitation-mail-%s-%d".formatted(language, width));
        Accessibility.assertAccessible(page, "body");
    }

    /** The account console goes on loading in the tab where it is. */
    private void openAnotherTab() {
        page = page.context().newPage();
        invitation = new InvitationPage(page);
    }

    private String invite(String address) {
        return invite(address, "\"kind\": \"guest\"");
    }

    private String invite(String address, String more) {
        return ines.post(acme + "/invitations", """
                        {"addresses": ["%s"], "permissions": ["billing"], "message": "The books, please.", %s}""".formatted(address, more))
                .assertStatus(200)
                .json()
                .get(0)
                .get("membershipId")
                .asText();
    }
}
