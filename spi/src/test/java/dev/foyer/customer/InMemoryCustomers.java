package dev.foyer.customer;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Customers in a map, for tests of the domain. */
public final class InMemoryCustomers implements Customers {

    private final Map<String, Customer> customers = new LinkedHashMap<>();

    @Override
    public Optional<Customer> find(String id) {
        return Optional.ofNullable(customers.get(id));
    }

    @Override
    public Optional<Customer> lock(String id) {
        return find(id);
    }

    @Override
    public Optional<Customer> findByNumber(AccountNumber number) {
        return findByNumbers(List.of(number)).stream().findFirst();
    }

    @Override
    public List<Customer> findByNumbers(Collection<AccountNumber> numbers) {
        return customers.values().stream()
                .filter(customer -> numbers.contains(customer.number()))
                .toList();
    }

    @Override
    public List<Customer> page(@Nullable AccountNumber after, int size) {
        return customers.values().stream()
                .sorted(Comparator.comparing(InMemoryCustomers::number))
                .filter(customer -> after == null || number(customer).compareTo(after.value()) > 0)
                .limit(size)
                .toList();
    }

    @Override
    public void add(Customer customer) {
        customers.put(customer.id(), customer);
    }

    @Override
    public void addAll(Collection<Customer> added) {
        added.forEach(this::add);
    }

    @Override
    public void save(Customer customer) {
        customers.put(customer.id(), customer);
    }

    @Override
    public void saveAll(Collection<Customer> changed) {
        changed.forEach(this::save);
    }

    @Override
    public void remove(Customer customer) {
        customers.remove(customer.id());
    }

    private static String number(Customer customer) {
        return customer.number().value();
    }
}
