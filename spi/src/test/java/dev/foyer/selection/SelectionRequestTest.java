package dev.foyer.selection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.customer.AccountNumber;
import dev.foyer.text.Name;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SelectionRequestTest {

    private static final Account ACME = account("id-acme", "C-1");
    private static final Account BETA = account("id-beta", "C-2");

    private final Accounts none = new InMemoryAccounts();
    private final Accounts one = new InMemoryAccounts(ACME);
    private final Accounts two = new InMemoryAccounts(ACME, BETA);

    @Test
    void theOnlyAccountNeedsNoPage() {
        assertThat(request(false, null, null).decide(one)).isEqualTo(new Selection.Chosen(ACME));
    }

    @Test
    void severalAccountsAreAChoice() {
        assertThat(request(false, null, null).decide(two)).isEqualTo(new Selection.Ask());
    }

    @Test
    void nobodysAccountIsNone() {
        assertThat(request(false, null, null).decide(none)).isEqualTo(new Selection.None());
        assertThat(request(true, "C-1", "id-acme").decide(none)).isEqualTo(new Selection.None());
    }

    @Test
    void theRememberedAccountStaysSilent() {
        assertThat(request(false, null, "id-beta").decide(two)).isEqualTo(new Selection.Chosen(BETA));
    }

    @Test
    void aRememberedAccountThatIsClosedByNowIsForgotten() {
        assertThat(request(false, null, "id-gone").decide(two)).isEqualTo(new Selection.Ask());
        assertThat(request(false, null, "id-gone").decide(one)).isEqualTo(new Selection.Chosen(ACME));
    }

    @Test
    void aHintByIdOrAccountIdGoesBeforeWhatIsRemembered() {
        assertThat(request(false, "C-1", "id-beta").decide(two)).isEqualTo(new Selection.Chosen(ACME));
        assertThat(request(false, "id-acme", "id-beta").decide(two)).isEqualTo(new Selection.Chosen(ACME));
    }

    @Test
    void aWrongHintAlwaysShowsThePage() {
        SelectionRequest wrong = request(false, "C-999", "id-beta");

        assertThat(wrong.decide(two)).isEqualTo(new Selection.Ask());
        assertThat(wrong.decide(one)).isEqualTo(new Selection.Ask());
        assertThat(wrong.hintFails(two)).isTrue();
        assertThat(request(false, "C-1", null).hintFails(two)).isFalse();
    }

    @Test
    void whoAsksForThePageGetsItWhateverIsKnown() {
        assertThat(request(true, null, "id-beta").decide(two)).isEqualTo(new Selection.Ask());
        assertThat(request(true, "C-1", null).decide(two)).isEqualTo(new Selection.Ask());
        assertThat(request(true, null, null).decide(one)).isEqualTo(new Selection.Ask());
    }

    @Test
    void whoHasNoAccountGoesOnWhereNoneIsNeeded() {
        assertThat(new SelectionRequest(true, false, null, null, false, AccountConsent.NOT_NEEDED).decide(none))
                .isEqualTo(new Selection.Without());
    }

    @Test
    void anAccountThatRequiresASecondFactorWaitsForIt() {
        Account guarded = new Account("id-bank", new AccountNumber("C-9"), new Name("Bank"), AccountRole.GUEST, true);
        Accounts accounts = new InMemoryAccounts(guarded);

        assertThat(request(false, null, null).decide(accounts)).isEqualTo(new Selection.StepUp(guarded));
        assertThat(request(false, "C-9", null).decide(accounts)).isEqualTo(new Selection.StepUp(guarded));
        assertThat(request(false, null, "id-bank").decide(accounts)).isEqualTo(new Selection.StepUp(guarded));
        assertThat(new SelectionRequest(false, false, null, null, true, AccountConsent.NOT_NEEDED).decide(accounts))
                .isEqualTo(new Selection.Chosen(guarded));
        assertThat(request(false, null, null).enter(ACME)).isEqualTo(new Selection.Chosen(ACME));
    }

    @Test
    void staffIsNeverLetIntoAnAccountUnasked() {
        Accounts all = new InMemoryAccounts(List.of(ACME), true);

        assertThat(request(false, null, null).decide(all)).isEqualTo(new Selection.Ask());
        assertThat(request(false, "C-1", null).decide(all)).isEqualTo(new Selection.Chosen(ACME));
        assertThat(request(false, null, "id-acme").decide(all)).isEqualTo(new Selection.Chosen(ACME));
    }

    @Test
    void staffWhoWentOnWithoutAnAccountStaySoWhereTheyMay() {
        Accounts all = new InMemoryAccounts(List.of(ACME), true);
        String without = SelectionRequest.WITHOUT;

        assertThat(new SelectionRequest(true, false, null, without, false, AccountConsent.NOT_NEEDED).decide(all))
                .isEqualTo(new Selection.Without());
        assertThat(new SelectionRequest(true, true, null, without, false, AccountConsent.NOT_NEEDED).decide(all))
                .isEqualTo(new Selection.Ask());
        assertThat(new SelectionRequest(false, false, null, without, false, AccountConsent.NOT_NEEDED).decide(all))
                .isEqualTo(new Selection.Ask());
        assertThat(new SelectionRequest(true, false, null, without, false, AccountConsent.NOT_NEEDED).decide(one))
                .isEqualTo(new Selection.Chosen(ACME));
    }

    @Test
    void anApplicationThatNeedsConsentGetsNoAccountThatThePersonHasNotLetItInto() {
        AccountConsent nothing = AccountConsent.parse(null);

        assertThat(waiting("C-1", null, nothing).decide(two)).isEqualTo(new Selection.Ask());
        assertThat(waiting(null, "id-beta", nothing).decide(two)).isEqualTo(new Selection.Ask());
        assertThat(waiting(null, "id-acme", nothing).decide(one)).isEqualTo(new Selection.Ask());
        assertThat(waiting(null, null, nothing).decide(one)).isEqualTo(new Selection.Ask());
        assertThat(waiting(null, null, nothing).decide(none)).isEqualTo(new Selection.None());
    }

    @Test
    void whatItWasLetIntoStaysSilentAndNoOther() {
        AccountConsent acme = AccountConsent.parse(null).with("id-acme");

        assertThat(waiting("C-1", null, acme).decide(two)).isEqualTo(new Selection.Chosen(ACME));
        assertThat(waiting(null, "id-acme", acme).decide(two)).isEqualTo(new Selection.Chosen(ACME));
        assertThat(waiting("C-2", "id-acme", acme).decide(two)).isEqualTo(new Selection.Ask());
        assertThat(waiting(null, "id-beta", acme).decide(two)).isEqualTo(new Selection.Ask());
        assertThat(waiting(null, null, acme).decide(new InMemoryAccounts(BETA))).isEqualTo(new Selection.Ask());
        assertThat(waiting("C-2", null, acme).hintFails(two)).isFalse();
    }

    @Test
    void consentsAreWrittenAndReadAndTheEarliestOfManyIsForgotten() {
        AccountConsent consent = AccountConsent.parse("").with("a").with("b").with("a");
        assertThat(consent).hasToString("a b").isEqualTo(AccountConsent.parse("a b"));
        assertThat(AccountConsent.NOT_NEEDED.covers("a")).isTrue();

        for (int i = 0; i < 20; i++) {
            consent = consent.with("id-" + i);
        }
        assertThat(consent.accountIds()).hasSize(20);
        assertThat(consent.covers("a")).isFalse();
        assertThat(consent.covers("id-0")).isTrue();
    }

    private static SelectionRequest waiting(
            @Nullable String hint, @Nullable String remembered, AccountConsent consent) {
        return new SelectionRequest(false, false, hint, remembered, false, consent);
    }

    private static SelectionRequest request(boolean ask, @Nullable String hint, @Nullable String remembered) {
        return new SelectionRequest(false, ask, hint, remembered, false, AccountConsent.NOT_NEEDED);
    }

    private static Account account(String id, String number) {
        return new Account(id, new AccountNumber(number), new Name("Acme"), AccountRole.GUEST, false);
    }
}
