package dev.foyer.tests.token;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import dev.foyer.tests.browser.AccountPicker;
import dev.foyer.tests.browser.Chromium;
import dev.foyer.tests.browser.LoginPage;
import dev.foyer.tests.realm.StaffRole;
import dev.foyer.tests.realm.TestRealm;
import dev.foyer.tests.saml.SamlApplication;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** The selected account in SAML assertions. */
class SamlIT {
    @RegisterExtension
    static final TestRealm realm = new TestRealm()
            .user("dario", "Dario", "Conti")
            .user("sam", "Sam", "Staff")
            .customers("""
                    {"customers": [
                      {"number": "C-1", "name": "Dario Conti", "type": "individual",
                       "members": [{"kind": "owner", "user": "dario"}]},
                      {"number": "C-2", "name": "Acme & Figli", "type": "company", "contactTypes": ["Purchasing"],
                       "members": [{"kind": "guest", "user": "dario", "permissions": ["billing", "support"],
                                    "contactTypes": ["Purchasing"]}]}]}""");

    @RegisterExtension
    final Chromium chromium = new Chromium();

    private final SamlApplication erp = new SamlApplication(realm, "erp");
    private final SamlApplication wiki = new SamlApplication(realm, "wiki");

    private Page page;

    @BeforeAll
    static void register() {
        new SamlApplication(realm, "erp").register(Map.of(), mapper());
        new SamlApplication(realm, "wiki").register(Map.of());
    }

    @BeforeEach
    void open() {
        page = chromium.page();
    }

    @Test
    void theChosenAccountIsInTheAssertion() {
        begin(page, erp, "dario");

        Map<String, List<String>> attributes = answer(page, erp, () -> new AccountPicker(page).choose("C-2"));

        assertThat(attributes)
                .containsEntry("account_id", List.of(realm.accounts().id("C-2")))
                .containsEntry("account_number", List.of("C-2"))
                .containsEntry("account_name", List.of("Acme & Figli"))
                .containsEntry("account_type", List.of("company"))
                .containsEntry("account_membership", List.of("guest"))
                .containsEntry("account_permissions", List.of("billing", "support"))
                .containsEntry("account_contact_types", List.of("Purchasing"))
                .containsEntry("account_agency", List.of("false"))
                .containsEntry("user_type", List.of("external"));
    }

    @Test
    void theNextSignInOfTheSessionIsSilentAndATabBesideItHasItsOwnAccount() {
        begin(page, erp, "dario");
        Page tab = page.context().newPage();
        answer(page, erp, () -> new AccountPicker(page).choose("C-2"));
        String oidc = realm.application("app")
                .signIn("openid")
                .with("account_hint", "C-1")
                .url();
        tab.navigate(oidc);

        assertThat(answer(tab, erp, () -> tab.navigate(erp.signInUrl())))
                .containsEntry("account_number", List.of("C-1"));
    }

    @Test
    void anApplicationWithoutTheMapperIsUntouched() {
        page.navigate(wiki.signInUrl());
        Map<String, List<String>> attributes = answer(page, wiki, () -> new LoginPage(page).signIn("dario"));

        assertThat(attributes).doesNotContainKeys("account_id", "user_type");
    }

    @Test
    void staffEntersNoAccountByAnAssertionThatNobodyCouldTakeBack() {
        realm.set("foyer.staff-entry", "true");
        new StaffRole(realm).give("sam");
        begin(page, erp, "sam");

        assertThat(page.locator("#kc-page-title")).hasText("No account to use");
    }

    private static void begin(Page page, SamlApplication application, String username) {
        page.navigate(application.signInUrl());
        new LoginPage(page).signIn(username);
    }

    private static Map<String, List<String>> answer(Page page, SamlApplication application, Runnable action) {
        Response response = page.waitForResponse(answered -> answered.url().equals(application.consumer()), action);
        response.finished();
        String form = response.request().postData();
        return application.attributes(form);
    }

    private static ProtocolMapperRepresentation mapper() {
        ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
        mapper.setName("account");
        mapper.setProtocol("saml");
        mapper.setProtocolMapper("foyer-saml-account-mapper");
        mapper.setConfig(Map.of());
        return mapper;
    }
}
