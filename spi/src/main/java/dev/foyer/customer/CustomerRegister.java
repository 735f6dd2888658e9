package dev.foyer.customer;

import dev.foyer.Reason;
import dev.foyer.Refusal;
import dev.foyer.text.Name;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Opens customers in a realm and gives them their account ID. */
public final class CustomerRegister {

    private final Customers customers;
    private final AccountNumberPattern pattern;
    private final Clock clock;

    public CustomerRegister(Customers customers, AccountNumberPattern pattern, Clock clock) {
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
        if (number != null && customers.findByNumber(number).isPresent()) {
            throw new Refusal(Reason.ACCOUNT_ID_TAKEN, number);
        }
        Customer customer =
                Customer.open(number == null ? freeNumbers(1).get(0) : number, name, type, agency, clock.millis());
        customers.add(customer);
        return customer;
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
}
