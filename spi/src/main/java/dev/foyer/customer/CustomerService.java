package dev.foyer.customer;

import dev.foyer.Refusal;
import dev.foyer.text.Name;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Opens customers in a realm and gives them their account ID. */
public final class CustomerService {

    private final Customers customers;
    private final AccountNumberPattern pattern;
    private final InstantSource clock;

    public CustomerService(Customers customers, AccountNumberPattern pattern, InstantSource clock) {
        this.customers = customers;
        this.pattern = pattern;
        this.clock = clock;
    }

    /**
     * Opens a customer.
     *
     * @param number the account ID, or null for one of the realm's pattern
     * @throws Refusal {@code ACCOUNT_ID_TAKEN}
     */
    public Customer open(@Nullable AccountNumber number, Name name, CustomerType type, boolean agency) {
        return open(number, name, type, agency, UnaryOperator.identity());
    }

    /**
     * As {@link #open(AccountNumber, Name, CustomerType, boolean)}.
     *
     * @param settings what else the new customer is to be
     */
    public Customer open(
            @Nullable AccountNumber number,
            Name name,
            CustomerType type,
            boolean agency,
            UnaryOperator<Customer> settings) {
        if (number != null) {
            requireFree(number);
        }
        AccountNumber accountId = number == null ? freeNumbers(1).get(0) : number;
        Customer customer = settings.apply(Customer.open(accountId, name, type, agency, clock.instant()));
        customers.add(customer);
        return customer;
    }

    /**
     * Changes a customer, one change after the other.
     *
     * @throws Refusal {@code NOT_FOUND}, or {@code ACCOUNT_ID_TAKEN}
     */
    public Customer change(String id, UnaryOperator<Customer> change) {
        Customer current = customers.lock(id).orElseThrow(Refusal::notFound);
        Customer changed = change.apply(current);
        if (!changed.number().equals(current.number())) {
            requireFree(changed.number());
        }
        customers.save(changed);
        return changed;
    }

    /** So many different account IDs of the realm's pattern that no customer has. */
    public List<AccountNumber> freeNumbers(int count) {
        RandomGenerator random = RandomGenerator.getDefault();
        Set<AccountNumber> free = new LinkedHashSet<>();
        for (int attempt = 0; free.size() < count; attempt++) {
            Set<AccountNumber> proposed = new LinkedHashSet<>();
            for (int missing = count - free.size(); missing > 0; missing--) {
                proposed.add(pattern.proposal(attempt, random));
            }
            customers.findByNumbers(proposed).forEach(customer -> proposed.remove(customer.number()));
            free.addAll(proposed);
        }
        return List.copyOf(free);
    }

    private void requireFree(AccountNumber number) {
        if (customers.findByNumber(number).isPresent()) {
            throw new Refusal(CustomerReason.ACCOUNT_ID_TAKEN, number);
        }
    }
}
