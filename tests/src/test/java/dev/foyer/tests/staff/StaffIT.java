package dev.foyer.tests.staff;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.microsoft.playwright.Page;
import dev.foyer.tests.browser.AccountPicker;
import dev.foyer.tests.browser.ApplicationPage;
import dev.foyer.tests.browser.Chromium;
import dev.foyer.tests.browser.LoginPage;
import dev.foyer.tests.oidc.OidcClient;
import dev.foyer.tests.oidc.OidcError;
import dev.foyer.tests.oidc.SignIn;
import dev.foyer.tests.oidc.Tokens;
import dev.foyer.tests.realm.StaffRole;
import dev.foyer.tests.realm.TestRealm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Staff in customers' accounts: by their own role only, for a while, and always told apart from the customer. */
class StaffIT {
    private static final String ALLOWED = "foyer.staff-entry";
    private static final String LENGTH = "foyer.staff-entry-seconds";

    @RegisterExtension
    static final TestRealm realm = new TestRealm()
            .user("sam", "Sam", "Staff")
            .user("ines", "Ines", "Intern")
            .user("dario", "Dario", "Conti")
            .customers("""
                    {"permissions": ["print-approval"], "customers": [
                      {"number": "C-1", "name": "Dario Conti", "type": "individual",
                       "members": [{"kind": "owner", "user": "dario"}]},
                      {"number": "C-2", "name": "Acme S.p.A.", "type": "company"},
                      {"number": "C-3", "name": "Closed S.r.l.", "type": "company", "state": "inactive"}]}""");

    @RegisterExtension
    final Chromium chromium = new Chromium();

    private final StaffRole role = new StaffRole(realm);

    private Page page;
    private AccountPicker picker;
    private OidcClient app;

    @BeforeEach
    void open() {
        role.give("sam");
        role.give("dario");
        realm.set(ALLOWED, "true");
        realm.setClient("app", "foyer.account", "optional");
        page = chromium.page();
        picker = new AccountPicker(page);
        app = realm.application("app");
    }

    @AfterEach
    void reset() {
        realm.set(LENGTH, "");
    }

    @Test
    void staffWithTheRoleChoosesAmongAllActiveCustomersAndTheTokensSayWhoActs() {
        SignIn signIn = app.signIn("openid");
        long before = Instant.now().getEpochSecond();
        begin("sam", signIn);
        assertThat(page.locator("#kc-page-title")).hasText("Enter a customer account");
        assertThat(picker.accounts())
                .hasText(new String[] {"Acme S.p.A. Account ID C-2", "Dario Conti Account ID C-1"});
        picker.choose("C-2");

        Tokens tokens = redeem(signIn);

        String sam = realm.person("sam").toRepresentation().getId();
        Map<String, Object> actor = Map.of("sub", sam, "preferred_username", "sam");
        for (Map<String, Object> claims : List.of(
                tokens.access().getClaims(),
                tokens.id().getClaims(),
                app.userInfo(tokens),
                app.introspect(tokens.accessToken()))) {
            assertThat(claims)
                    .containsEntry("sub", sam)
                    .containsEntry("act", actor)
                    .containsEntry("user_type", "internal")
                    .extractingByKey("account")
                    .extracting("number", "membership")
                    .containsExactly("C-2", "staff");
        }
        assertThat(tokens.account()).extractingByKey("permissions", LIST).hasSize(8);
        assertThat(until(tokens)).isBetween(before + 3600, Instant.now().getEpochSecond() + 3600);
        assertThat(until(app.refresh(tokens))).isEqualTo(until(tokens));
    }

    @Test
    void aHintNeedsNoPage() {
        SignIn signIn = app.signIn("openid").with("account_hint", "C-1");
        begin("sam", signIn);

        assertThat(redeem(signIn).accountNumber()).isEqualTo("C-1");
    }

    @Test
    void neitherAReloadNorASwitchMakesAnEntryLonger() {
        realm.set(LENGTH, "1800");
        SignIn signIn = app.signIn("openid").with("account_hint", "C-2");
        begin("sam", signIn);
        Tokens tokens = redeem(signIn);
        long until = until(tokens);
        assertThat(until).isLessThanOrEqualTo(Instant.now().getEpochSecond() + 1800);

        assertThat(until(silent(app.signIn("openid")))).isEqualTo(until);
        Tokens switched = app.refresh(tokens, Map.of("account", "C-1"));
        assertThat(switched.accountNumber()).isEqualTo("C-1");
        assertThat(until(switched)).isEqualTo(until);
    }

    @Test
    void anEntryNeverLastsLongerThanAnHour() {
        assertThatIllegalStateException()
                .isThrownBy(() -> realm.set(LENGTH, "7200"))
                .withMessageContaining(":out-of-range");
        SignIn signIn = app.signIn("openid").with("account_hint", "C-2");
        begin("sam", signIn);

        assertThat(until(redeem(signIn))).isLessThanOrEqualTo(Instant.now().getEpochSecond() + 3600);
    }

    @Test
    void anEntryEndsHoweverOftenItIsRefreshed() {
        // Long enough for a busy machine to sign in twice meanwhile.
        realm.set(LENGTH, "30");
        SignIn signIn = app.signIn("openid").with("account_hint", "C-2");
        begin("sam", signIn);
        Tokens tokens = redeem(signIn);
        Instant until = Instant.ofEpochSecond(until(tokens));
        assertThat(tokens.access().getExpirationTime()).isBeforeOrEqualTo(until);
        assertThat(tokens.id().getExpirationTime()).isBeforeOrEqualTo(until);
        Tokens offline = silent(app.signIn("openid offline_access"));
        assertThat(until(offline)).isEqualTo(until.getEpochSecond());

        OidcError end = refreshUntilRefused(offline);

        assertThat(end.code()).isEqualTo("invalid_grant");
        assertThat(Instant.now()).isAfterOrEqualTo(until);
        assertRefused("invalid_grant", () -> app.refresh(tokens));
        assertThat(app.introspect(tokens.accessToken())).containsEntry("active", false);
        page.navigate(app.signIn("openid").url());
        assertThat(picker.accounts()).hasCount(2);
    }

    @Test
    void whoeverLosesTheRoleLosesTheAccount() {
        SignIn signIn = app.signIn("openid").with("account_hint", "C-2");
        begin("sam", signIn);
        Tokens tokens = redeem(signIn);

        role.take("sam");

        assertRefused("invalid_grant", () -> app.refresh(tokens));
        assertThat(app.introspect(tokens.accessToken())).containsEntry("active", false);
    }

    @Test
    void switchedOffNobodyEntersAndNobodyStays() {
        SignIn signIn = app.signIn("openid").with("account_hint", "C-2");
        begin("sam", signIn);
        Tokens tokens = redeem(signIn);

        realm.set(ALLOWED, "");

        assertRefused("invalid_grant", () -> app.refresh(tokens));
        SignIn again = app.signIn("openid").with("account_hint", "C-2");
        Tokens without = silent(again);
        assertThat(without.accountNumber()).isEqualTo("none");
        assertThat(without.access().getClaims())
                .containsEntry("user_type", "internal")
                .doesNotContainKey("act");
    }

    @Test
    void staffWithoutTheRoleSeesNoPicker() {
        SignIn signIn = app.signIn("openid").with("account_hint", "C-2");
        begin("ines", signIn);

        Tokens tokens = redeem(signIn);
        assertThat(tokens.accountNumber()).isEqualTo("none");
        assertThat(tokens.access().getClaims()).containsEntry("user_type", "internal");
    }

    @Test
    void aCustomersMemberWithTheRoleStaysAMember() {
        SignIn signIn = app.signIn("openid");
        begin("dario", signIn);
        Tokens tokens = redeem(signIn);

        assertThat(tokens.account()).containsEntry("number", "C-1").containsEntry("membership", "owner");
        assertRefused("invalid_target", () -> app.refresh(tokens, Map.of("account", "C-2")));
    }

    @Test
    void staffGoesOnWithoutAnAccountWhereThatIsTaken() {
        SignIn signIn = app.signIn("openid");
        begin("sam", signIn);
        page.locator("button[name=without]").click();
        assertThat(redeem(signIn).accountNumber()).isEqualTo("none");

        SignIn reload = app.signIn("openid");
        assertThat(silent(reload).accountNumber()).isEqualTo("none");
        SignIn asked = app.signIn("openid").with("prompt", "select_account");
        page.navigate(asked.url());
        picker.choose("C-2");
        assertThat(redeem(asked).accountNumber()).isEqualTo("C-2");
    }

    @Test
    void whereAnAccountIsRequiredStaffCanNotLeaveTheChoice() {
        realm.setClient("app", "foyer.account", "required");
        begin("sam", app.signIn("openid"));

        assertThat(picker.accounts()).hasCount(2);
        assertThat(page.locator("button[name=without]")).hasCount(0);
        page.evaluate("document.querySelector('button[name=account]').name = 'without'");
        picker.form().locator("button").first().click();
        assertThat(picker.accounts()).hasCount(2);
    }

    /** As often as the server answers with tokens; it is the server's clock that ends this. */
    private OidcError refreshUntilRefused(Tokens tokens) {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(3));
        Tokens latest = tokens;
        while (Instant.now().isBefore(deadline)) {
            try {
                latest = app.refresh(latest);
            } catch (OidcError refused) {
                return refused;
            }
        }
        throw new AssertionError("Staff can still refresh");
    }

    private static void assertRefused(String code, Runnable request) {
        assertThatExceptionOfType(OidcError.class)
                .isThrownBy(request::run)
                .extracting(OidcError::code)
                .isEqualTo(code);
    }

    private static long until(Tokens tokens) {
        Map<String, Object> account = tokens.account();
        return account == null ? 0 : ((Number) account.getOrDefault("until", 0)).longValue();
    }

    private void begin(String username, SignIn signIn) {
        page.navigate(signIn.url());
        new LoginPage(page).signIn(username);
    }

    private Tokens silent(SignIn signIn) {
        page.navigate(signIn.url());
        return redeem(signIn);
    }

    private Tokens redeem(SignIn signIn) {
        return signIn.redeem(new ApplicationPage(page).callback());
    }
}
