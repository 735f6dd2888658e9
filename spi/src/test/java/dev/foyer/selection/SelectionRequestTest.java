package dev.foyer.selection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.customer.AccountNumber;
import dev.foyer.membership.MembershipKind;
import dev.foyer.text.Name;
import org.junit.jupiter.api.Test;

class SelectionRequestTest {

    private static final Account ACME = account("id-acme", "C-1");
    private static final Account BETA = account("id-beta", "C-2");

    private final Accounts none = new InMemoryAccounts();
    private final Accounts one = new InMemoryAccounts(ACME);
    private final Accounts two = new InMemoryAccounts(ACME, BETA);

    @Test
    void theOnlyAccountNeedsNoPage() {
        assertThat(new SelectionRequest(false, null, null).decide(one)).isEqualTo(new Selection.Chosen(ACME));
    }

    @Test
    void severalAccountsAreAChoice() {
        assertThat(new SelectionRequest(false, null, null).decide(two)).isEqualTo(new Selection.Ask());
    }

    @Test
    void nobodysAccountIsNone() {
        assertThat(new SelectionRequest(false, null, null).decide(none)).isEqualTo(new Selection.None());
        assertThat(new SelectionRequest(true, "C-1", "id-acme").decide(none)).isEqualTo(new Selection.None());
    }

    @Test
    void theRememberedAccountStaysSilent() {
        assertThat(new SelectionRequest(false, null, "id-beta").decide(two)).isEqualTo(new Selection.Chosen(BETA));
    }

    @Test
    void aRememberedAccountThatIsClosedByNowIsForgotten() {
        assertThat(new SelectionRequest(false, null, "id-gone").decide(two)).isEqualTo(new Selection.Ask());
        assertThat(new SelectionRequest(false, null, "id-gone").decide(one)).isEqualTo(new Selection.Chosen(ACME));
    }

    @Test
    void aHintByIdOrAccountIdGoesBeforeWhatIsRemembered() {
        assertThat(new SelectionRequest(false, "C-1", "id-beta").decide(two)).isEqualTo(new Selection.Chosen(ACME));
        assertThat(new SelectionRequest(false, "id-acme", "id-beta").decide(two))
                .isEqualTo(new Selection.Chosen(ACME));
    }

    @Test
    void aWrongHintAlwaysShowsThePage() {
        SelectionRequest wrong = new SelectionRequest(false, "C-999", "id-beta");

        assertThat(wrong.decide(two)).isEqualTo(new Selection.Ask());
        assertThat(wrong.decide(one)).isEqualTo(new Selection.Ask());
        assertThat(wrong.hintFails(two)).isTrue();
        assertThat(new SelectionRequest(false, "C-1", null).hintFails(two)).isFalse();
    }

    @Test
    void whoAsksForThePageGetsItWhateverIsKnown() {
        assertThat(new SelectionRequest(true, null, "id-beta").decide(two)).isEqualTo(new Selection.Ask());
        assertThat(new SelectionRequest(true, "C-1", null).decide(two)).isEqualTo(new Selection.Ask());
        assertThat(new SelectionRequest(true, null, null).decide(one)).isEqualTo(new Selection.Ask());
    }

    private static Account account(String id, String number) {
        return new Account(id, new AccountNumber(number), new Name("Acme"), MembershipKind.GUEST);
    }
}
