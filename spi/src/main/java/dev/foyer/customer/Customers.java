package dev.foyer.customer;

import dev.foyer.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The customers of one realm. */
public interface Customers {

    Optional<Customer> find(String id);

    Optional<Customer> findByNumber(AccountNumber number);

    /** Those of the given account IDs that exist, in no order. */
    List<Customer> findByNumbers(Collection<AccountNumber> numbers);

    /** @throws Refusal {@code ACCOUNT_ID_TAKEN} if a customer of the realm has this account ID, even under a race */
    void add(Customer customer);

    /** Adds many in one go, as {@link #add}. */
    void addAll(Collection<Customer> added);

    /** Writes what has changed, contact types included. */
    void save(Customer customer);

    /** Writes many in one go, as {@link #save}. */
    void saveAll(Collection<Customer> changed);
}
