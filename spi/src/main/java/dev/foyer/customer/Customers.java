package dev.foyer.customer;

import dev.foyer.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The customers of one realm. */
public interface Customers {

    Optional<Customer> find(String id);

    /**
     * Finds a customer and keeps everybody else from changing it and its members until the transaction ends. Each such
     * change begins with it.
     */
    Optional<Customer> lock(String id);

    Optional<Customer> findByNumber(AccountNumber number);

    /** Those of the given account IDs that exist, in no order. */
    List<Customer> findByNumbers(Collection<AccountNumber> numbers);

    /**
     * The next ones in the order of their account IDs, for reading all of them.
     *
     * @param after the last account ID that was read; null at the beginning
     * @param size how many at most
     */
    List<Customer> page(@Nullable AccountNumber after, int size);

    /** @throws Refusal {@code ACCOUNT_ID_TAKEN} if a customer of the realm has this account ID, even under a race */
    void add(Customer customer);

    /** Adds many in one go, as {@link #add}. */
    void addAll(Collection<Customer> added);

    /** Writes what has changed, contact types included. */
    void save(Customer customer);

    /** Writes many in one go, as {@link #save}. */
    void saveAll(Collection<Customer> changed);

    /** Takes a customer away, and with it its contact types and memberships. */
    void remove(Customer customer);
}
