package dev.foyer.transfer;

import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.Customer;
import dev.foyer.customer.Customers;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The customers of one batch: those that existed, and what it makes of them and of new ones. */
final class CustomerBatch {

    private final Map<AccountNumber, Customer> existing;
    private final Map<AccountNumber, Customer> put = new LinkedHashMap<>();

    CustomerBatch(Collection<Customer> existing) {
        this.existing = existing.stream().collect(Collectors.toMap(Customer::number, customer -> customer));
    }

    Optional<Customer> find(AccountNumber number) {
        return Optional.ofNullable(put.getOrDefault(number, existing.get(number)));
    }

    void put(Customer customer) {
        if (!customer.equals(existing.get(customer.number()))) {
            put.put(customer.number(), customer);
        }
    }

    long openedCount() {
        return opened().count();
    }

    void writeTo(Customers customers) {
        customers.addAll(opened().toList());
        customers.saveAll(put.values().stream()
                .filter(customer -> existing.containsKey(customer.number()))
                .toList());
    }

    private Stream<Customer> opened() {
        return put.values().stream().filter(customer -> !existing.containsKey(customer.number()));
    }
}
