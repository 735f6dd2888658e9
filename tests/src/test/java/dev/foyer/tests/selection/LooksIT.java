package dev.foyer.tests.selection;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.foyer.tests.browser.Accessibility;
import dev.foyer.tests.browser.AccountPicker;
import dev.foyer.tests.browser.Chromium;
import dev.foyer.tests.browser.LoginPage;
import dev.foyer.tests.realm.Accounts;
import dev.foyer.tests.realm.StaffRole;
import dev.foyer.tests.realm.TestRealm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Takes a picture of every page in every theme, language, colour scheme and width, and has axe look for barriers. */
class LooksIT {
    @RegisterExtension
    static final TestRealm realm = new TestRealm()
            .user("ada", "Ada", "Conti")
            .user("dario", "Dario", "Conti")
            .user("nora", "Nora", "Nuova")
            .user("sam", "Sam", "Staff")
            .customers(Accounts.guestOfMany("ada", 40))
            .customers("""
                    {"customers": [
                      {"number": "C-10001", "name": "Dario Conti", "type": "individual",
                       "members": [{"kind": "owner", "user": "dario"}]},
                      {"number": "C-10023", "name": "Acme S.p.A.", "type": "company", "secondFactorRequired": true,
                       "members": [{"kind": "contact", "user": "dario"}]},
                      {"number": "C-10042", "name": "<b>Officine</b> Meccaniche Riunite di Giovanni Battista Castelnuovo Scrivia & Nipoti S.n.c.",
                       "type": "company", "members": [{"kind": "guest", "user": "dario"}]}]}""");

    @RegisterExtension
    final Chromium chromium = new Chromium();

    @BeforeAll
    static void letStaffIn() {
        realm.set("foyer.staff-entry", "true");
        realm.setClient("app2", "foyer.account", "optional");
        new StaffRole(realm).give("sam");
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}")
    @CsvSource({
        "keycloak.v2, en, LIGHT, 1280",
        "keycloak.v2, it, DARK, 1280",
        "keycloak.v2, it, LIGHT, 360",
        "keycloak.v2, en, DARK, 360",
        "keycloak, en, LIGHT, 1280",
        "keycloak, it, LIGHT, 360",
        "base, it, LIGHT, 1280",
        "base, en, LIGHT, 360"
    })
    void thePagesAreReadableForEverybody(String theme, String language, ColorScheme scheme, int width) {
        var representation = realm.admin().toRepresentation();
        representation.setLoginTheme(theme);
        realm.admin().update(representation);
        String name = "%s-%s-%s-%d".formatted(theme, language, scheme, width).toLowerCase(java.util.Locale.ROOT);

        Page few = signIn("app", "dario", language, scheme, width, "C-999");
        assertThat(new AccountPicker(few).accounts()).hasCount(3);
        look(few, "few-and-message-" + name);

        Page many = signIn("app", "ada", language, scheme, width, null);
        assertThat(new AccountPicker(many).accounts()).hasCount(12);
        look(many, "many-" + name);

        new AccountPicker(many).search("zzz");
        assertThat(many.locator("[role=status]")).isVisible();
        look(many, "no-hit-" + name);

        Page none = signIn("app", "nora", language, scheme, width, null);
        assertThat(none.locator("#foyer-no-account")).isVisible();
        look(none, "no-account-" + name);

        Page staff = signIn("app2", "sam", language, scheme, width, null);
        assertThat(new AccountPicker(staff).accounts()).hasCount(12);
        look(staff, "staff-" + name);
    }

    private static void look(Page page, String name) {
        Chromium.screenshot(page, name);
        Accessibility.assertAccessible(page, "#foyer-page");
    }

    private Page signIn(
            String application,
            String user,
            String language,
            ColorScheme scheme,
            int width,
            @org.jspecify.annotations.Nullable String hint) {
        Page page = chromium.page(
                options -> options.setLocale(language).setColorScheme(scheme).setViewportSize(width, 800));
        var signIn = realm.application(application).signIn("openid");
        page.navigate((hint == null ? signIn : signIn.with("account_hint", hint)).url());
        new LoginPage(page).signIn(user);
        return page;
    }
}
