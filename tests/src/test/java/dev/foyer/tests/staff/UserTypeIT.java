package dev.foyer.tests.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.foyer.tests.admin.CustomersApi;
import dev.foyer.tests.admin.SelfServiceApi;
import dev.foyer.tests.browser.ApplicationPage;
import dev.foyer.tests.browser.Chromium;
import dev.foyer.tests.browser.LoginPage;
import dev.foyer.tests.browser.RegistrationPage;
import dev.foyer.tests.oidc.SignIn;
import dev.foyer.tests.oidc.Tokens;
import dev.foyer.tests.realm.StaffRole;
import dev.foyer.tests.realm.TestRealm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;

/** Who came from outside stays external, whatever becomes of their accounts; it shuts them out of staff's entry. */
class UserTypeIT {

    @RegisterExtension
    static final TestRealm realm = new TestRealm()
            .with(settings -> settings.setVerifyEmail(false))
            .with(settings -> settings.setEventsEnabled(false))
            .user("dario", "Dario", "Conti")
            .user("gus", "Gus", "Guest")
            .user("ines", "Ines", "Intern")
            .user("viewer", "Vera", "Viewer")
            .customers("""
                    {"customers": [
                      {"number": "C-1", "name": "Acme", "type": "company",
                       "members": [{"kind": "owner", "user": "dario"}, {"kind": "guest", "user": "gus"}]},
                      {"number": "C-2", "name": "Beta", "type": "company"}]}""");

    @RegisterExtension
    final Chromium chromium = new Chromium();

    private final CustomersApi api = CustomersApi.of(realm);

    @Test
    void whoLeavesTheLastAccountAndWhoseCustomerIsRemovedStayExternal() {
        realm.set("foyer.staff-entry", "true");
        new StaffRole(realm).give("gus");
        String acme = realm.accounts().id("C-1");
        assertThat(type("gus")).isEqualTo("external");
        assertThat(type("ines")).isEqualTo("internal");

        SelfServiceApi.as("gus", realm)
                .delete("/accounts/" + acme + "/membership")
                .assertStatus(204);
        api.delete("/customers/" + acme + "?number=C-1").assertStatus(200);

        assertThat(type("gus")).isEqualTo("external");
        assertThat(type("dario")).isEqualTo("external");
        // The role of staff does not let them into what is no longer theirs.
        realm.setClient("app", "foyer.account", "optional");
        Page page = chromium.page();
        SignIn signIn = realm.application("app").signIn("openid").with("account_hint", "C-2");
        page.navigate(signIn.url());
        new LoginPage(page).signIn("gus");
        Tokens tokens = signIn.redeem(new ApplicationPage(page).callback());
        assertThat(tokens.accountNumber()).isEqualTo("none");
        assertThat(tokens.access().getClaims())
                .containsEntry("user_type", "external")
                .doesNotContainKey("act");
    }

    /** Without the step that opens an account of one's own, and in a realm that keeps no events. */
    @Test
    void whoRegistersIsExternalWithoutAnAccount() {
        AuthenticationExecutionInfoRepresentation step = realm.admin().flows().getExecutions("registration").stream()
                .filter(execution -> "foyer-registration-account".equals(execution.getProviderId()))
                .findFirst()
                .orElseThrow();
        step.setRequirement("DISABLED");
        realm.admin().flows().updateExecutions("registration", step);
        Page page = chromium.page();
        realm.setClient("app", "foyer.account", "optional");
        SignIn signIn = realm.application("app").signIn("openid");
        page.navigate(signIn.with("prompt", "create").url());
        new RegistrationPage(page).register("rita", "Rita", "Nuova");

        assertThat(signIn.redeem(new ApplicationPage(page).callback()).access().getClaims())
                .containsEntry("user_type", "external")
                .doesNotContainKey("account");
        assertThat(api.get("/customers/users/" + realm.userId("rita") + "/memberships")
                        .json())
                .isEmpty();
        assertThat(type("rita")).isEqualTo("external");
    }

    @Test
    void nothingIsKeptOfAUserWhoIsGone() {
        realm.addUser("uli", "Uli", "Utente");
        String uli = realm.userId("uli");
        api.post("/customers/import", """
                {"customers": [{"number": "C-2", "members": [{"kind": "contact", "user": "uli"}]}]}""").assertStatus(200);
        assertThat(type("uli")).isEqualTo("external");

        realm.admin().users().delete(uli).close();

        assertThat(realm.server().database().column("select user_id from foyer_external_user where user_id = ?", uli))
                .isEmpty();
    }

    @Test
    void theTypeIsToldToThoseWhoMaySeeTheUser() {
        realm.appoint("viewer", "view-customers");
        CustomersApi viewer = CustomersApi.as("viewer", realm);

        viewer.get("/customers/users/" + realm.userId("ines") + "/type").assertProblem(404, "not-found");
        viewer.get("/customers/users/unknown/type").assertProblem(404, "not-found");
        realm.appoint("viewer", "view-users");
        assertThat(CustomersApi.as("viewer", realm)
                        .get("/customers/users/" + realm.userId("ines") + "/type")
                        .json()
                        .get("type")
                        .asText())
                .isEqualTo("internal");
    }

    private String type(String username) {
        return api.get("/customers/users/" + realm.userId(username) + "/type")
                .assertStatus(200)
                .json()
                .get("type")
                .asText();
    }
}
