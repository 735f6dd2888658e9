package dev.foyer.transfer;

import dev.foyer.Refusal;
import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.Customer;
import dev.foyer.customer.CustomerState;
import dev.foyer.customer.CustomerType;
import dev.foyer.text.Name;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a customer entry says. What it does not say is null, and so is what was wrong and has been told.
 *
 * @param sound whether nothing was wrong
 */
record ParsedCustomer(
        ImportRecord entry,
        boolean sound,
        @Nullable AccountNumber number,
        @Nullable Name name,
        @Nullable CustomerType type,
        @Nullable CustomerState state,
        @Nullable Boolean agency,
        @Nullable Boolean secondFactorRequired,
        @Nullable Instant createdAt,
        List<Name> contactTypes) {

    static ParsedCustomer of(ImportRecord entry, Consumer<ImportProblem> problems) {
        FieldParser check = new FieldParser(entry, problems);
        AccountNumber number = check.text(Field.NUMBER, text -> new AccountNumber(text.strip()));
        Name name = check.text(Field.NAME, Name::new);
        CustomerType type = check.choice(Field.TYPE, EnumSet.allOf(CustomerType.class));
        CustomerState state = check.choice(Field.STATE, EnumSet.allOf(CustomerState.class));
        Boolean agency = check.flag(Field.AGENCY);
        Boolean secondFactorRequired = check.flag(Field.SECOND_FACTOR_REQUIRED);
        Instant createdAt = check.moment(Field.CREATED_AT);
        List<Name> contactTypes = check.list(Field.CONTACT_TYPES, Name::new);
        return new ParsedCustomer(
                entry,
                check.isSound(),
                number,
                name,
                type,
                state,
                agency,
                secondFactorRequired,
                createdAt,
                contactTypes == null ? List.of() : List.copyOf(contactTypes));
    }

    /** The new customer that it describes; empty, and the problems told, if it does not say enough. */
    Optional<Customer> open(Iterator<AccountNumber> freeNumbers, Instant now, Consumer<ImportProblem> problems) {
        if (number == null && entry.isNumbered()) {
            return Optional.empty();
        }
        FieldParser check = new FieldParser(entry, problems);
        check.require(Field.NAME);
        check.require(Field.TYPE);
        if (!sound || name == null || type == null) {
            return Optional.empty();
        }
        AccountNumber accountId = number == null ? freeNumbers.next() : number;
        Instant opened = createdAt == null ? now : createdAt;
        Customer customer = Customer.open(accountId, name, type, Boolean.TRUE.equals(agency), opened)
                .withSecondFactorRequired(Boolean.TRUE.equals(secondFactorRequired));
        return Optional.of(state == CustomerState.INACTIVE ? customer.deactivate() : customer);
    }

    /** Tells where it contradicts what is known of the customer. */
    void compare(Customer known, Consumer<ImportProblem> problems) {
        compare(Field.NAME, name, known.name(), known.name().value(), problems);
        compare(Field.TYPE, type, known.type(), known.type().key(), problems);
        compare(Field.STATE, state, known.state(), known.state().key(), problems);
        compare(Field.AGENCY, agency, known.agency(), known.agency(), problems);
        boolean required = known.secondFactorRequired();
        compare(Field.SECOND_FACTOR_REQUIRED, secondFactorRequired, required, required, problems);
        compare(Field.CREATED_AT, createdAt, known.createdAt(), known.createdAt(), problems);
    }

    private void compare(
            Field field, @Nullable Object given, Object known, Object shown, Consumer<ImportProblem> problems) {
        if (given != null && !given.equals(known)) {
            problems.accept(new ImportProblem(
                    entry.location(field), field, new Refusal(TransferReason.CUSTOMER_DIFFERS, shown)));
        }
    }
}
