package dev.foyer.customer;

import dev.foyer.Reason;
import dev.foyer.Refusal;
import dev.foyer.text.Name;
import java.time.Clock;
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
        Customer customer = Customer.open(number == null ? freeNumber() : number, name, type, agency, clock.millis());
        customers.add(customer);
        return customer;
    }

    private AccountNumber freeNumber() {
        return pattern.proposals(RandomGenerator.getDefault())
                .filter(number -> customers.findByNumber(number).isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
