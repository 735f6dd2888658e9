package dev.foyer.registration.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.Refusal;
import dev.foyer.customer.CustomerType;
import dev.foyer.text.Name;
import dev.foyer.text.TextReason;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody who registers has typed, and what their account is called by it. */
class AccountFormTest {

    @Test
    void aCompanysAccountHasTheCompanysName() {
        AccountForm form =
                form(Map.of("foyer-account-type", "company", "foyer-company", " Acme S.p.A. ", "lastName", "Rossi"));

        assertThat(form.type()).isEqualTo(CustomerType.COMPANY);
        assertThat(form.name()).isEqualTo(new Name("Acme S.p.A."));
        assertThat(form.field()).isEqualTo("foyer-company");
    }

    @Test
    void aPageWithoutTheFieldsOpensAccountsForPrivatePersons() {
        AccountForm form = form(Map.of("firstName", "Anna", "lastName", "Rossi"));

        assertThat(form.type()).isEqualTo(CustomerType.INDIVIDUAL);
        assertThat(form.name()).isEqualTo(new Name("Anna Rossi"));
        assertThat(form.field()).isEqualTo("lastName");
    }

    @Test
    void aPrivatePersonKeepsTheCompanyThatWasTypedAndHasNothingOfIt() {
        AccountForm form =
                form(Map.of("foyer-account-type", "individual", "foyer-company", "Acme\u202e", "lastName", "Rossi"));

        assertThat(form.getCompanyName()).isEqualTo("Acme\u202e");
        assertThat(form.name()).isEqualTo(new Name("Rossi"));
        assertThat(form.refusal()).isEmpty();
    }

    @Test
    void whoGivesNoNameIsCalledByWhatTheySignInWith() {
        assertThat(form(Map.of("firstName", " ", "username", "anna", "email", "anna@acme.it"))
                        .name())
                .isEqualTo(new Name("anna"));
        assertThat(form(Map.of("email", "anna@acme.it")).name()).isEqualTo(new Name("anna@acme.it"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', TEXT_EMPTY",
        "'  ', TEXT_EMPTY",
        "a\u202eb, TEXT_FORBIDDEN_CHARACTER",
        "a\u200bb, TEXT_FORBIDDEN_CHARACTER"
    })
    void aNameThatCouldDeceiveIsRefused(String company, TextReason reason) {
        AccountForm form = form(Map.of("foyer-account-type", "company", "foyer-company", company));

        assertThat(form.refusal()).map(Refusal::reason).contains(reason);
    }

    private static AccountForm form(Map<String, String> typed) {
        return AccountForm.of(new MultivaluedHashMap<>(typed));
    }
}
