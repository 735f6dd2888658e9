package dev.foyer.tests.registration;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.foyer.tests.browser.Accessibility;
import dev.foyer.tests.browser.ApplicationPage;
import dev.foyer.tests.browser.Chromium;
import dev.foyer.tests.browser.RegistrationPage;
import dev.foyer.tests.oidc.SignIn;
import dev.foyer.tests.oidc.Tokens;
import dev.foyer.tests.realm.TestRealm;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.representations.userprofile.config.UPConfig.UnmanagedAttributePolicy;

/** Whoever registers has an account of their own from then on, for a company or for themselves. */
class RegistrationIT {
    private static final String NUMBER = "K-\\d{4}";

    @RegisterExtension
    static final TestRealm realm = new TestRealm()
            .with(settings -> settings.setVerifyEmail(false))
            .with(settings -> settings.getAttributes().put("foyer.account-id-pattern", "K-{4 digits}"));

    @RegisterExtension
    final Chromium chromium = new Chromium();

    private SignIn signIn;

    /** Then Keycloak keeps whatever a page sends along as an attribute of the user. */
    @BeforeAll
    static void takeAnyAttribute() {
        UPConfig profile = realm.admin().users().userProfile().getConfiguration();
        profile.setUnmanagedAttributePolicy(UnmanagedAttributePolicy.ENABLED);
        realm.admin().users().userProfile().update(profile);
    }

    @BeforeEach
    void begin() {
        signIn = realm.application("app").signIn("openid");
        realm.admin().clearEvents();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCompanyIsRegisteredByItsFirstPerson(boolean javaScript) {
        String username = "carla" + javaScript;
        RegistrationPage registration = open(options -> options.setJavaScriptEnabled(javaScript));
        registration.fill(username, "Carla", "Verdi");
        registration.chooseCompany("<b>Verdi</b> & \"Figli\" S.r.l. 株式会社");
        registration.submit();

        Map<String, Object> account = account(registration);
        assertThat(account)
                .containsEntry("name", "<b>Verdi</b> & \"Figli\" S.r.l. 株式会社")
                .containsEntry("type", "company")
                .containsEntry("membership", "owner");
        assertThat(account.get("number")).asString().matches(NUMBER);
        assertThat(account.get("permissions"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains("contacts")
                .hasSize(7);
        assertThat(account.get("contact_types")).isEqualTo(List.of("Customer"));
    }

    @Test
    void aPrivatePersonsAccountHasTheirNameAndNothingElseIsKeptOfTheForm() {
        RegistrationPage registration = open(options -> options);
        assertThat(registration.individual()).isChecked();
        assertThat(registration.companyName()).isHidden();
        registration.register("piero", "Piero", "Galli");

        Map<String, Object> account = account(registration);
        assertThat(account).containsEntry("name", "Piero Galli").containsEntry("type", "individual");
        assertThat(realm.person("piero").toRepresentation().getAttributes()).containsOnlyKeys("locale");
        assertThat(realm.admin().getEvents())
                .filteredOn(event -> "foyer-registration-account".equals(custom(event)))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getUserId()).isEqualTo(realm.userId("piero"));
                    assertThat(event.getDetails())
                            .containsEntry("account_number", String.valueOf(account.get("number")))
                            .containsEntry("account_capacity", "owner");
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''       | Please write the name of the account.
            ' '      | Please write the name of the account.
            moc.\u202eacme | The name of the account contains the forbidden character U+202E.
            Ac\u200bme     | The name of the account contains the forbidden character U+200B.
            """)
    void aNameThatCouldDeceiveIsRefusedAndWhatWasTypedStays(String name, String message) {
        RegistrationPage registration = open(options -> options);
        registration.fill("zoe", "Zoe", "Neri");
        registration.chooseCompany(name);
        registration.submit();

        assertThat(registration.error("foyer-company")).hasText(message);
        assertThat(registration.company()).isChecked();
        assertThat(registration.companyName()).hasValue(name);
        assertThat(registration.page().locator("#lastName")).hasValue("Neri");
        assertThat(realm.admin().users().searchByUsername("zoe", true)).isEmpty();
        assertThat(customers("zoe")).isEmpty();
    }

    @Test
    void aPersonsOwnNameMustNotDeceiveEither() {
        RegistrationPage registration = open(options -> options);
        registration.fill("zeno", "Zeno", "Ne\u200bri");
        registration.submit();

        assertThat(registration.error("lastName"))
                .hasText("The name of the account contains the forbidden character U+200B.");
        registration.page().locator("#lastName").fill("Neri");
        registration.fillPasswords("zeno");
        registration.submit();
        assertThat(account(registration)).containsEntry("name", "Zeno Neri");
    }

    /** Somebody who opens the page elsewhere may send what they like. */
    @Test
    void aNameLongerThanANameIsRefused() {
        RegistrationPage registration = open(options -> options);
        registration.fill("lia", "Lia", "Longhi");
        registration.chooseCompany("x".repeat(201));
        registration.submit();

        assertThat(registration.error("foyer-company"))
                .hasText("The name of the account is longer than 200 characters.");
        registration.companyName().fill("x".repeat(200));
        registration.fillPasswords("lia");
        registration.submit();
        assertThat(account(registration)).containsEntry("name", "x".repeat(200));
    }

    @Test
    void whatKeycloakRefusesOpensNoAccount() {
        RegistrationPage first = open(options -> options);
        first.register("nina", "Nina", "Nuova");
        account(first);

        RegistrationPage second = open(options -> options);
        second.fill("nina", "Nina", "Seconda");
        second.chooseCompany("Seconda S.r.l.");
        second.submit();

        assertThat(second.error("username")).isVisible();
        assertThat(second.companyName()).hasValue("Seconda S.r.l.");
        assertThat(customers("Seconda S.r.l.")).isEmpty();
    }

    @Test
    void aRealmThatIsSwitchedOffRegistersPeopleAsKeycloakDoes() {
        realm.set("foyer.enabled", "false");
        try {
            RegistrationPage registration = open(options -> options);
            assertThat(registration.individual()).hasCount(0);
            registration.register("otto", "Otto", "Senza");

            Tokens tokens = signIn.redeem(new ApplicationPage(registration.page()).callback());
            assertThat(tokens.access().getClaims()).doesNotContainKey("account");
            assertThat(customers("Otto Senza")).isEmpty();
        } finally {
            realm.set("foyer.enabled", "true");
        }
    }

    @ParameterizedTest
    @CsvSource({"en, LIGHT, 1280", "it, DARK, 1280", "it, LIGHT, 360"})
    void thePageIsReadableForEverybody(String language, ColorScheme scheme, int width) {
        RegistrationPage registration = open(
                options -> options.setLocale(language).setColorScheme(scheme).setViewportSize(width, 800));
        String name = "%s-%s-%d".formatted(language, scheme, width).toLowerCase(Locale.ROOT);
        look(registration.page(), "registration-person-" + name);

        registration.company().check();
        registration.submit();
        assertThat(registration.error("foyer-company")).isVisible();
        look(registration.page(), "registration-company-" + name);
    }

    private static void look(Page page, String name) {
        Chromium.screenshot(page, name);
        Accessibility.assertAccessible(page, "#foyer-registration");
    }

    private RegistrationPage open(UnaryOperator<NewContextOptions> options) {
        Page page = chromium.page(options);
        page.navigate(signIn.with("prompt", "create").url());
        return new RegistrationPage(page);
    }

    private Map<String, Object> account(RegistrationPage registration) {
        Tokens tokens = signIn.redeem(new ApplicationPage(registration.page()).callback());
        return Objects.requireNonNull(tokens.account());
    }

    private static List<String> customers(String name) {
        return realm.server()
                .database()
                .column(
                        "select number from foyer_customer where realm_id = ? and name = ?",
                        realm.admin().toRepresentation().getId(),
                        name);
    }

    private static String custom(EventRepresentation event) {
        return String.valueOf(
                event.getDetails() == null ? null : event.getDetails().get("custom_required_action"));
    }
}
