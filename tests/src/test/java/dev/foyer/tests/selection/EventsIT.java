package dev.foyer.tests.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.microsoft.playwright.Page;
import dev.foyer.tests.browser.AccountPicker;
import dev.foyer.tests.browser.ApplicationPage;
import dev.foyer.tests.browser.Chromium;
import dev.foyer.tests.browser.InvitationPage;
import dev.foyer.tests.browser.LoginPage;
import dev.foyer.tests.browser.NoAccountPage;
import dev.foyer.tests.oidc.OidcClient;
import dev.foyer.tests.oidc.OidcError;
import dev.foyer.tests.oidc.SignIn;
import dev.foyer.tests.oidc.Tokens;
import dev.foyer.tests.realm.SentInvitations;
import dev.foyer.tests.realm.StaffRole;
import dev.foyer.tests.realm.TestRealm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.representations.idm.EventRepresentation;

/** What Keycloak's events tell of selections, switches and answers to invitations. */
class EventsIT {
    @RegisterExtension
    static final TestRealm realm = new TestRealm()
            .with(settings -> settings.setEventsEnabled(true))
            // Keycloak keeps no failed refresh unless it is told to.
            .with(settings ->
                    settings.setEnabledEventTypes(List.of("LOGIN", "CUSTOM_REQUIRED_ACTION", "REFRESH_TOKEN_ERROR")))
            .user("dario", "Dario", "Conti")
            .user("nina", "Nina", "Neri")
            .user("sam", "Sam", "Staff")
            .customers("""
                    {"customers": [
                      {"number": "C-1", "name": "Dario Conti", "type": "individual",
                       "members": [{"kind": "owner", "user": "dario"}]},
                      {"number": "C-2", "name": "Acme S.p.A.", "type": "company",
                       "members": [{"kind": "guest", "user": "dario"}]}]}""");

    @RegisterExtension
    final Chromium chromium = new Chromium();

    private final OidcClient app = realm.application("app");
    private final String own = realm.accounts().id("C-1");
    private final String acme = realm.accounts().id("C-2");

    private Page page;

    @BeforeEach
    void open() {
        page = chromium.page();
        realm.admin().clearEvents();
    }

    @Test
    void aChoiceOnThePageIsAnEventAndTheLoginSaysWhatItIsFor() {
        SignIn signIn = app.signIn("openid");
        begin("dario", signIn);
        new AccountPicker(page).choose("C-2");
        redeem(signIn);

        assertThat(only("CUSTOM_REQUIRED_ACTION").getDetails())
                .containsEntry("custom_required_action", "switch-account")
                .containsEntry("account_id", acme);
        assertThat(only("LOGIN").getDetails())
                .containsEntry("account_id", acme)
                .containsEntry("account_number", "C-2")
                .containsEntry("account_capacity", "guest");
    }

    @Test
    void aSilentSelectionIsInTheLogin() {
        SignIn signIn = app.signIn("openid").with("account_hint", "C-1");
        begin("dario", signIn);
        redeem(signIn);

        assertThat(only("LOGIN").getDetails())
                .containsEntry("account_id", own)
                .containsEntry("account_capacity", "owner");
    }

    @Test
    void switchesSayFromWhereToWhere() {
        SignIn signIn = app.signIn("openid").with("account_hint", "C-1");
        begin("dario", signIn);
        Tokens tokens = redeem(signIn);
        realm.admin().clearEvents();

        SignIn switched = app.signIn("openid").with("kc_action", "switch-account:C-2");
        page.navigate(switched.url());
        redeem(switched);
        assertSwitch();
        realm.admin().clearEvents();

        app.refresh(tokens, Map.of("account", "C-2"));
        assertSwitch();
    }

    @Test
    void aRefusedSwitchIsAnErrorEvent() {
        SignIn signIn = app.signIn("openid").with("account_hint", "C-1");
        begin("dario", signIn);
        Tokens tokens = redeem(signIn);

        assertThatExceptionOfType(OidcError.class).isThrownBy(() -> app.refresh(tokens, Map.of("account", "C-999")));

        assertThat(only("REFRESH_TOKEN_ERROR").getDetails()).containsEntry("reason", "Account not available");
    }

    @Test
    void anEntryOfStaffNamesBothThePersonAndTheAccount() {
        realm.set("foyer.staff-entry", "true");
        new StaffRole(realm).give("sam");
        SignIn signIn = app.signIn("openid");
        begin("sam", signIn);
        new AccountPicker(page).choose("C-2");
        redeem(signIn);

        String sam = realm.person("sam").toRepresentation().getId();
        for (String type : List.of("CUSTOM_REQUIRED_ACTION", "LOGIN")) {
            EventRepresentation event = only(type);
            assertThat(event.getUserId()).as(type).isEqualTo(sam);
            assertThat(event.getDetails())
                    .as(type)
                    .containsEntry("username", "sam")
                    .containsEntry("account_id", acme)
                    .containsEntry("account_number", "C-2")
                    .containsEntry("account_capacity", "staff");
        }
    }

    @Test
    void anAnswerAtTheSignInNamesTheInvitation() {
        new SentInvitations(realm, "dario").send("C-1", "nina@example.com");
        String invitation = realm.server()
                .database()
                .column("select id from foyer_invitation where address = 'nina@example.com' and customer_id = ?", own)
                .get(0);
        begin("nina", app.signIn("openid"));
        new InvitationPage(page).reject();
        new NoAccountPage(page).content().waitFor();

        // Beside it Keycloak tells by itself that the step is done.
        assertThat(realm.admin().getEvents())
                .filteredOn(event -> invitation.equals(event.getDetails().get("invitation_id")))
                .singleElement()
                .satisfies(event -> assertThat(event.getUserId()).isEqualTo(realm.userId("nina")))
                .satisfies(event -> assertThat(event.getDetails())
                        .containsEntry("custom_required_action", "reject-invitation")
                        .containsEntry("account_id", own)
                        .containsKey("membership_id"));
    }

    private void assertSwitch() {
        assertThat(only("CUSTOM_REQUIRED_ACTION").getDetails())
                .containsEntry("custom_required_action", "switch-account")
                .containsEntry("account_from", own)
                .containsEntry("account_to", acme)
                .containsEntry("account_number", "C-2")
                .containsEntry("account_capacity", "guest");
    }

    private static EventRepresentation only(String type) {
        List<EventRepresentation> events =
                realm.admin().getEvents(List.of(type), null, null, null, null, null, null, null);
        assertThat(events).as(type).hasSize(1);
        return events.get(0);
    }

    private void begin(String username, SignIn signIn) {
        page.navigate(signIn.url());
        new LoginPage(page).signIn(username);
    }

    private Tokens redeem(SignIn signIn) {
        return signIn.redeem(new ApplicationPage(page).callback());
    }
}
