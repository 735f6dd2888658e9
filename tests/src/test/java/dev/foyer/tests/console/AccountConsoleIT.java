package dev.foyer.tests.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.foyer.tests.admin.SelfServiceApi;
import dev.foyer.tests.browser.Accessibility;
import dev.foyer.tests.browser.AccountConsole;
import dev.foyer.tests.browser.Chromium;
import dev.foyer.tests.realm.Accounts;
import dev.foyer.tests.realm.TestRealm;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.util.JsonSerialization;

/** In the account console people see their accounts and answer invitations. */
class AccountConsoleIT {
    @RegisterExtension
    static final TestRealm realm = new TestRealm()
            .with(settings -> settings.setVerifyEmail(false))
            .user("ines", "Ines", "Rossi")
            .user("gina", "Gina", "Moretti")
            .user("otto", "Otto", "Anders")
            .user("vera", "Vera", "Weiss")
            .user("nora", "Nora", "Nuova")
            .user("lia", "Lia", "Looks")
            .user("ada", "Ada", "Conti")
            .customers(Accounts.guestOfMany("ada", 60))
            .customers("""
                    {"customers": [
                      {"number": "C-1", "name": "Acme", "type": "company",
                       "members": [{"kind": "owner", "user": "ines"}]},
                      {"number": "C-2", "name": "Studio Moretti", "type": "company",
                       "members": [{"kind": "owner", "user": "gina"},
                                   {"kind": "guest", "user": "otto", "permissions": ["billing"]}]},
                      {"number": "C-3", "name": "Officine Meccaniche Riunite di Giovanni Battista Castelnuovo Scrivia & Nipoti S.n.c.",
                       "type": "company",
                       "members": [{"kind": "owner", "user": "lia"}]},
                      {"number": "C-4", "name": "Tipografia Verdi & Figli", "type": "company", "contactTypes": ["Purchasing"], "members": [
                        {"kind": "owner", "user": "ines"},
                        {"kind": "contact", "user": "lia", "permissions": ["billing", "support", "system-configuration"],
                         "contactTypes": ["Purchasing"]}]},
                      {"number": "C-5", "name": "<b>Bold</b> & Co", "type": "company", "members": [
                        {"kind": "owner", "user": "ines"}, {"kind": "guest", "user": "ada"}]}]}""");

    @RegisterExtension
    final Chromium chromium = new Chromium();

    @BeforeAll
    static void invite() {
        UserRepresentation vera = realm.person("vera").toRepresentation();
        vera.setEmailVerified(false);
        realm.person("vera").update(vera);
        for (String invited : List.of("gina", "otto", "vera", "lia")) {
            SelfServiceApi.as("ines", realm)
                    .post("/accounts/" + realm.accounts().id("C-1") + "/invitations", """
                            {"addresses": ["%s@example.com"], "kind": "guest", "permissions": ["billing", "support"],
                             "message": "The books, please.", "endsAt": 1924988399000}""".formatted(invited))
                    .assertStatus(200);
        }
    }

    @Test
    void anInvitationIsAcceptedAndTheAccountIsThereAtOnce() {
        AccountConsole console = signIn("", "gina");
        assertThat(console.notice()).containsText("You have an invitation");

        console.seeInvitations();
        assertThat(console.invitation("C-1"))
                .containsText(Pattern.compile(
                        "Acme\\s*Account ID C-1\\s*Ines Rossi invites you to this account.*Guest"
                                + ".*Billing, Support.*December 31, 2030.*The books, please.",
                        Pattern.DOTALL));
        console.accept("C-1");

        assertThat(console.account("C-1")).containsText("Guest");
        assertThat(console.told("You can use Acme now.")).isVisible();
        assertThat(console.invitation("C-1")).hasCount(0);
        assertThat(SelfServiceApi.as("gina", realm).get("/accounts").each("number"))
                .containsExactly("C-1", "C-2");
    }

    @Test
    void anInvitationIsRejectedAndAnAccountLeft() {
        AccountConsole console = signIn("accounts", "otto");

        console.reject("C-1");
        assertThat(console.told("You have rejected the invitation to Acme.")).isVisible();
        assertThat(console.invitation("C-1")).hasCount(0);
        console.leave("C-2");
        console.confirm();

        assertThat(console.told("You have left Studio Moretti.")).isVisible();
        assertThat(console.accounts()).hasCount(0);
        SelfServiceApi otto = SelfServiceApi.as("otto", realm);
        assertThat(otto.get("/accounts").each("number")).isEmpty();
        assertThat(otto.get("/invitations").each("number")).isEmpty();
    }

    @Test
    void whoHasNotProvedTheirAddressIsToldSoAndSeesNoInvitation() {
        AccountConsole console = signIn("accounts", "vera");

        assertThat(console.page().getByText("Invitations to vera@example.com are shown here once"))
                .isVisible();
        assertThat(console.invitation("C-1")).hasCount(0);
        console.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Verify the address now"))
                .click();
        assertThat(console.page()).hasURL(Pattern.compile(".*/login-actions/required-action.*VERIFY_EMAIL.*"));
    }

    @Test
    void whoHasManyAccountsFindsOne() {
        AccountConsole console = signIn("accounts", "ada");
        assertThat(console.accounts()).hasCount(50);

        console.more();
        assertThat(console.accounts()).hasCount(61);
        console.search("zzz");
        assertThat(console.page().getByText("No account matches what you searched for"))
                .isVisible();
        console.search("C-5");
        assertThat(console.accounts()).hasCount(1);
        assertThat(console.account("C-5")).containsText("<b>Bold</b> & Co");
    }

    @Test
    void keycloaksOwnPagesAreAllThere() throws IOException {
        AccountConsole console = signIn("", "nora");
        assertThat(console.page().getByTestId("page-heading")).hasText("Personal info");
        List<String> keycloaks = menu(console.page(), "keycloak.v3");
        assertThat(keycloaks).contains("account-security/signing-in", "applications");

        List<String> expected = new ArrayList<>(keycloaks);
        expected.add(1, "accounts");
        assertThat(menu(console.page(), "foyer")).isEqualTo(expected);
        for (String path : List.of("account-security/signing-in", "account-security/device-activity", "applications")) {
            console.page()
                    .navigate(realm.server()
                            .url("/realms/" + realm.name() + "/account/" + path)
                            .toString());
            assertThat(console.page().getByTestId("page-heading")).isVisible();
        }
    }

    @ParameterizedTest
    @CsvSource({"en, LIGHT, 1280", "it, DARK, 1280", "it, LIGHT, 360", "en, DARK, 360"})
    void thePagesAreReadableForEverybody(String language, ColorScheme scheme, int width) {
        String name = "%s-%s-%d".formatted(language, scheme, width).toLowerCase(Locale.ROOT);
        AccountConsole full = signIn("", "lia", language, scheme, width);
        assertThat(full.notice()).isVisible();
        look(full.page(), "console-notice-" + name);
        full.seeInvitations();
        assertThat(full.accounts()).hasCount(2);
        assertThat(full.invitation("C-1")).isVisible();
        look(full.page(), "console-accounts-" + name);
        full.leave("C-3");
        full.confirm();
        assertThat(full.dialog().locator(".pf-v5-c-alert")).isVisible();
        look(full.page(), "console-last-owner-" + name);

        AccountConsole empty = signIn("accounts", "nora", language, scheme, width);
        assertThat(empty.page().locator(".pf-v5-c-empty-state")).isVisible();
        look(empty.page(), "console-empty-" + name);
    }

    private static void look(Page page, String name) {
        Chromium.screenshot(page, name);
        Accessibility.assertAccessible(page, "main");
    }

    /** The paths of the pages in the menu of a theme. */
    private static List<String> menu(Page page, String theme) throws IOException {
        String resources =
                (String) page.evaluate("JSON.parse(document.getElementById('environment').textContent).resourceUrl");
        String content = URI.create(page.url()).resolve(resources.replaceAll("[^/]+$", theme)) + "/content.json";
        List<String> paths = new ArrayList<>();
        JsonSerialization.readValue(page.request().get(content).text(), JsonNode.class)
                .forEach(entry -> collect(entry, paths));
        return paths;
    }

    private static void collect(JsonNode entry, List<String> paths) {
        if (entry.has("path")) {
            paths.add(entry.get("path").asText());
        }
        entry.path("children").forEach(child -> collect(child, paths));
    }

    private AccountConsole signIn(String path, String user) {
        return signIn(path, user, "en", ColorScheme.LIGHT, 1280);
    }

    private AccountConsole signIn(String path, String user, String language, ColorScheme scheme, int width) {
        Page page = chromium.page(
                options -> options.setLocale(language).setColorScheme(scheme).setViewportSize(width, 1400));
        return AccountConsole.signIn(page, realm, path, user);
    }
}
