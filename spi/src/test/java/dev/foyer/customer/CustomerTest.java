package dev.foyer.customer;

import static dev.foyer.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.text.Name;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerTest {

    private static final Name PREPRESS = new Name("Prepress");

    private final InMemoryCustomers customers = new InMemoryCustomers();
    private final InstantSource clock = InstantSource.fixed(Instant.ofEpochMilli(1_700_000_000_000L));
    private final CustomerService register =
            new CustomerService(customers, AccountNumberPattern.parse("C-{1 digits}"), clock);

    @Test
    void aNewCustomerIsActiveAndHasThePermanentContactType() {
        Customer acme = open("C-10023");

        assertThat(acme.state()).isEqualTo(CustomerState.ACTIVE);
        assertThat(acme.createdAt()).isEqualTo(Instant.ofEpochMilli(1_700_000_000_000L));
        assertThat(acme.contactTypes()).singleElement().satisfies(type -> {
            assertThat(type.name()).isEqualTo(new Name("Customer"));
            assertThat(type.permanent()).isTrue();
        });
    }

    @Test
    void thePermanentContactTypeCanNotBeRemovedAndOthersCan() {
        Customer acme = open("C-10023").addContactType(PREPRESS);

        assertRefused(CustomerReason.CONTACT_TYPE_PERMANENT, () -> acme.removeContactType(ContactType.CUSTOMER));
        assertRefused(CustomerReason.CONTACT_TYPE_EXISTS, () -> acme.addContactType(PREPRESS));
        assertRefused(CustomerReason.CONTACT_TYPE_UNKNOWN, () -> acme.removeContactType(new Name("Sales")));
        assertThat(acme.removeContactType(PREPRESS).contactTypes()).hasSize(1);
    }

    @Test
    void anAccountIdBelongsToOneCustomer() {
        open("C-10023");

        assertRefused(CustomerReason.ACCOUNT_ID_TAKEN, () -> open("C-10023"));
    }

    @Test
    void generatedAccountIdsFollowThePatternAndGrowWhenItIsFull() {
        List<String> numbers = java.util.stream.IntStream.range(0, 40)
                .mapToObj(i -> register.open(null, new Name("Firm"), CustomerType.COMPANY, false)
                        .number()
                        .value())
                .toList();

        assertThat(numbers).doesNotHaveDuplicates().allMatch(number -> number.matches("C-\\d+"));
        assertThat(numbers.get(0)).matches("C-\\d");
    }

    @Test
    void theDefaultPatternHasFiveDigits() {
        assertThat(AccountNumberPattern.parse("C-{5 digits}")).isEqualTo(AccountNumberPattern.DEFAULT);
        assertThat(AccountNumberPattern.DEFAULT.proposal(0, new Random(1)).value())
                .matches("C-\\d{5}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"C-", "C-{0 digits}", "C-{19 digits}", "{5 digits}{5 digits}", "C {5 digits}", "-{5 digits}"})
    void aPatternThatCanMakeNoAccountIdIsRefused(String notation) {
        assertRefused(CustomerReason.ACCOUNT_ID_PATTERN_INVALID, () -> AccountNumberPattern.parse(notation));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-1", "a b", "a<b", "è1", "a\n", "%", "_x"})
    void whatIsNoAccountIdIsRefused(String number) {
        assertRefused(CustomerReason.ACCOUNT_ID_INVALID, () -> new AccountNumber(number));
    }

    private Customer open(String number) {
        return register.open(new AccountNumber(number), new Name("Acme S.p.A."), CustomerType.COMPANY, false);
    }

    @Test
    void aCustomerHasSoManyContactTypesAndNoMore() {
        Customer full = Customer.open(
                        new AccountNumber("C-1"), new Name("Acme"), CustomerType.COMPANY, false, Instant.EPOCH)
                .withContactTypes(IntStream.range(1, Customer.MAX_CONTACT_TYPES)
                        .mapToObj(number -> new Name("t" + number))
                        .toList());

        assertThat(full.contactTypes()).hasSize(Customer.MAX_CONTACT_TYPES);
        assertRefused(CustomerReason.CONTACT_TYPE_LIMIT, () -> full.addContactType(new Name("one more")));
        assertRefused(CustomerReason.CONTACT_TYPE_LIMIT, () -> full.withContactTypes(List.of(new Name("one more"))));
        assertThat(full.withContactTypes(List.of(new Name("t1")))).isEqualTo(full);
        assertThat(full.removeContactType(new Name("t1"))
                        .addContactType(new Name("one more"))
                        .contactTypes())
                .hasSize(Customer.MAX_CONTACT_TYPES);
    }
}
