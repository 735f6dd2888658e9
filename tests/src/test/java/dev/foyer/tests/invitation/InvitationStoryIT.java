package dev.foyer.tests.invitation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.foyer.tests.admin.SelfServiceApi;
import dev.foyer.tests.browser.Accessibility;
import dev.foyer.tests.browser.AccountPicker;
import dev.foyer.tests.browser.ApplicationPage;
import dev.foyer.tests.browser.Chromium;
import dev.foyer.tests.browser.InvitationPage;
import dev.foyer.tests.browser.LoginPage;
import dev.foyer.tests.browser.RegistrationPage;
import dev.foyer.tests.oidc.SignIn;
import dev.foyer.tests.oidc.Tokens;
import dev.foyer.tests.realm.TestRealm;
import dev.foyer.tests.server.Mailbox;
import dev.foyer.tests.server.Mailbox.Letter;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.representations.idm.UserRepresentation;

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
            .user("piero", "Piero", "Galli")
            .user("rosa", "Rosa", "Serra")
            .user("sara", "Sara", "Verdi")
            .user("otto", "Otto", "Anders")
            .user("vera", "Vera", "Bassi")
            .user("ugo", "Ugo", "Bassi")
            .customers("""
                    {"customers": [
                      {"number": "C-1", "name": "Acme", "type": "company",
                       "members": [{"kind": "owner", "user": "ines"}, {"kind": "owner", "user": "marco"}]},
                      {"number": "C-2", "name": "Studio Moretti", "type": "company",
                       "members": [{"kind": "owner", "user": "gina"}, {"kind": "owner", "user": "piero"},
                                   {"kind": "owner", "user": "rosa"}, {"kind": "owner", "user": "sara"},
                                   {"kind": "owner", "user": "otto"}]}]}""");

    @RegisterExtension
    final Chromium chromium = new Chromium();

    private SelfServiceApi ines;
    private SelfServiceApi marco;
    private String acme;
    private Page page;
    private InvitationPage invitation;

    @BeforeEach
    void open() {
        ines = SelfServiceApi.as("ines", realm);
        marco = SelfServiceApi.as("marco", realm);
        acme = "/accounts/" + realm.accounts().id("C-1");
        openBrowser();
    }

    @Test
    void theAccountantSignsInAcceptsAndChoosesTheAccountFromThenOn() {
        invite("gina@example.com");
        Letter letter = mailbox.await("gina@example.com", 1).get(0);
        assertThat(letter.subject()).isEqualTo("Ines Rossi invites you to the account Acme");
        assertThat(letter.text()).contains("Acme (C-1)", "Billing", "> The books, please.");

        assertThat(invitation.open(letter.link())).isEqualTo(200);
        invitation.signIn();
        new LoginPage(page).signIn("gina");
        accept("gina");

        assertOffered("gina", "Studio Moretti", "C-2");
        openBrowser();
        assertThat(invitation.open(letter.link())).isEqualTo(400);
    }

    @Test
    void whoIsSignedInAcceptsAtOnce() {
        signIn("piero");
        new ApplicationPage(page).callback();
        openMail("piero@example.com");
        assertThat(page.locator("#username")).hasCount(0);
        accept("piero");

        assertOffered("piero", "Studio Moretti", "C-2");
    }

    @Test
    void whoIsNewRegistersByTheLinkWithAnAccountOfTheirOwnAndAccepts() {
        registerByMail("nora", "Keller S.r.l.");
        accept("nora");
        assertThat(realm.person("nora").toRepresentation().isEmailVerified()).isTrue();

        assertOffered("nora", "Keller S.r.l.", "C-\\d{5}");
    }

    @Test
    void whoIsNewRegistersByTheLinkAndDeclines() {
        registerByMail("nils", "Nilsson AB");
        invitation.reject();

        assertThat(page).hasURL(ACCOUNT_CONSOLE);
        mailbox.await("ines@example.com", "nils@example.com declined your invitation to Acme");
        assertThat(SelfServiceApi.as("nils", realm).get("/accounts").each("name"))
                .containsExactly("Nilsson AB");
    }

    @Test
    void whoIsSignedInAsSomebodyElseChangesTheUserAndAccepts() {
        signIn("otto");
        new ApplicationPage(page).callback();
        openMail("rosa@example.com");
        assertThat(invitation.text())
                .hasText(
                        "This invitation is for r***@example.com, and you are signed in as otto. Sign in as somebody else");

        invitation.changeUser();
        invitation.signIn();
        new LoginPage(page).signIn("rosa");
        accept("rosa");

        assertOffered("rosa", "Studio Moretti", "C-2");
    }

    /** Keycloak's way out for whoever has gone back in the browser. */
    @Test
    void whoStartsTheSignInAnewHasTheInvitationStill() {
        openMail("sara@example.com");
        invitation.signIn();
        new LoginPage(page).signIn("nobody");
        assertThat(page.locator("#input-error-username")).isVisible();
        new LoginPage(page).signIn("otto");
        assertThat(page.locator("#foyer-other-address"))
                .hasText("This invitation is for s***@example.com, and you are signed in as otto.");

        page.goBack();
        page.locator("#loginRestartLink").click();
        new LoginPage(page).signIn("sara");
        accept("sara");

        assertOffered("sara", "Studio Moretti", "C-2");
    }

    @Test
    void whoInvitedHearsThatSomebodyElseTookItBackAndTheLinkIsDead() {
        String membership = invite("otto@example.com");
        Letter letter = mailbox.await("otto@example.com", 1).get(0);

        marco.post(membership + "/invitations/revoke", "").assertStatus(200);

        assertThat(invitation.open(letter.link())).isEqualTo(400);
        mailbox.await("ines@example.com", "Your invitation of otto@example.com to Acme was taken back");
    }

    @Test
    void whoseAddressIsCorrectedIsInvitedThereAndTheFirstLinkIsDead() {
        String membership = invite("gianna@example.org");
        Letter astray = mailbox.await("gianna@example.org", 1).get(0);

        marco.patch(membership, "{\"person\": {\"email\": \"gianna@example.com\"}}", "If-Match", "*")
                .assertStatus(200);

        assertThat(invitation.open(astray.link())).isEqualTo(400);
        assertThat(mailbox.await("ines@example.com", "Your invitation of gianna@example.org to Acme was taken back")
                        .text())
                .contains("The address of this person was changed by Marco Neri on ");
        assertThat(marco.get(membership).json().get("state").asText()).isEqualTo("pending");
        marco.post(membership + "/invitations/resend", "").assertStatus(200);
        Letter arrived = mailbox.await("gianna@example.com", 1).get(0);
        assertThat(arrived.text()).contains("> The books, please.");
        assertThat(invitation.open(arrived.link())).isEqualTo(200);
    }

    @Test
    void newsOfInvitationsDoNotGoToAnAddressThatAMemberMerelyClaims() {
        SelfServiceApi vera = SelfServiceApi.as("vera", realm);
        SelfServiceApi ugo = SelfServiceApi.as("ugo", realm);
        invite(marco, "vera@example.com");
        reject(vera);
        mailbox.await("marco@example.com", "vera@example.com declined your invitation to Acme");
        invite(marco, "ugo@example.com");

        address("marco", "victim@example.org", false);
        reject(ugo);
        invite(ines, "later@example.com");
        mailbox.await("later@example.com", 1);
        address("marco", "marco@example.com", true);

        assertThat(mailbox.to("victim@example.org")).isEmpty();
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

    /** Nobody is signed in there, and no page of an earlier step goes on loading. */
    private void openBrowser() {
        page = chromium.page();
        invitation = new InvitationPage(page);
    }

    private void openMail(String address) {
        invite(address);
        assertThat(invitation.open(mailbox.await(address, 1).get(0).link())).isEqualTo(200);
    }

    /** The link proves the address: there is no mail to verify it, although the realm asks for that. */
    private void registerByMail(String username, String company) {
        openMail(username + "@example.com");
        invitation.register();
        assertThat(page.locator("#email")).hasValue(username + "@example.com");
        RegistrationPage registration = new RegistrationPage(page);
        registration.fillPerson(username, username, "Nuova");
        registration.chooseCompany(company);
        registration.submit();
        registration.choosePassword(username);
    }

    private SignIn signIn(String username) {
        SignIn signIn = realm.application("app").signIn("openid");
        page.navigate(signIn.url());
        new LoginPage(page).signIn(username);
        return signIn;
    }

    /** The step of the sign-in that shows the invitation, and what follows for both sides. */
    private void accept(String username) {
        assertThat(invitation.details()).containsText("Account ID C-1");
        invitation.accept();
        assertThat(page).hasURL(ACCOUNT_CONSOLE);
        mailbox.await("ines@example.com", username + "@example.com accepted your invitation to Acme");
    }

    /** At the next sign-in the new account stands beside the own one, and who chooses it acts for it. */
    private void assertOffered(String username, String ownName, String ownNumber) {
        openBrowser();
        SignIn signIn = signIn(username);
        AccountPicker picker = new AccountPicker(page);
        assertThat(picker.accounts()).hasText(new Pattern[] {
            Pattern.compile("Acme\\s+Account ID C-1\\s+Guest"),
            Pattern.compile("%s\\s+Account ID %s\\s+Own account".formatted(ownName, ownNumber))
        });
        picker.choose("C-1");

        Tokens tokens = signIn.redeem(new ApplicationPage(page).callback());
        assertThat(tokens.account())
                .containsEntry("number", "C-1")
                .containsEntry("name", "Acme")
                .containsEntry("membership", "guest")
                .containsEntry("permissions", List.of("billing"));
    }

    private void invite(SelfServiceApi inviter, String address) {
        inviter.post(acme + "/invitations", "{\"addresses\": [\"%s\"]}".formatted(address))
                .assertStatus(200);
    }

    private static void reject(SelfServiceApi invitee) {
        String id = invitee.get("/invitations").each("id").get(0);
        invitee.post("/invitations/" + id + "/reject", "").assertStatus(204);
    }

    private static void address(String username, String address, boolean verified) {
        UserRepresentation user = realm.person(username).toRepresentation();
        user.setEmail(address);
        user.setEmailVerified(verified);
        realm.person(username).update(user);
    }

    private String invite(String address) {
        return invite(address, "\"kind\": \"guest\"");
    }

    /** Ines invites; the answer is where the membership is. */
    private String invite(String address, String more) {
        String id = ines.post(acme + "/invitations", """
                        {"addresses": ["%s"], "permissions": ["billing"], "message": "The books, please.", %s}""".formatted(address, more))
                .assertStatus(200)
                .json()
                .get(0)
                .get("membershipId")
                .asText();
        return acme + "/members/" + id;
    }
}
