package dev.foyer.customer.jpa;

import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.Customer;
import dev.foyer.customer.Customers;
import dev.foyer.persistence.Constraints;
import dev.foyer.text.SearchTerms;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.NoResultException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@link Customers} in the database. Bound to its realm: no query leaves it. */
public final class JpaCustomers implements Customers {

    private final EntityManager entityManager;
    private final String realmId;
    private final SearchTermRows terms;

    public JpaCustomers(EntityManager entityManager, String realmId) {
        this.entityManager = entityManager;
        this.realmId = realmId;
        this.terms = new SearchTermRows(entityManager, realmId);
    }

    @Override
    public Optional<Customer> find(String id) {
        return entities("c.id", List.of(id)).stream()
                .map(CustomerEntity::toCustomer)
                .findFirst();
    }

    @Override
    public Optional<Customer> lock(String id) {
        return entityManager
                .createQuery(
                        "select c from CustomerEntity c where c.realmId = :realm and c.id = :id", CustomerEntity.class)
                .setParameter("realm", realmId)
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .map(CustomerEntity::toCustomer)
                .findFirst();
    }

    @Override
    public Optional<Customer> findByNumber(AccountNumber number) {
        return findByNumbers(List.of(number)).stream().findFirst();
    }

    @Override
    public List<Customer> findByNumbers(Collection<AccountNumber> numbers) {
        List<String> values = numbers.stream().map(AccountNumber::value).toList();
        return entities("c.number", values).stream()
                .map(CustomerEntity::toCustomer)
                .toList();
    }

    @Override
    public List<Customer> page(@Nullable AccountNumber after, int size) {
        List<String> numbers = entityManager
                .createQuery("""
                        select c.number from CustomerEntity c
                        where c.realmId = :realm and c.number > :after order by c.number""", String.class)
                .setParameter("realm", realmId)
                .setParameter("after", after == null ? "" : after.value())
                .setMaxResults(size)
                .getResultList();
        Map<String, Customer> customers = entities("c.number", numbers).stream()
                .map(CustomerEntity::toCustomer)
                .collect(Collectors.toMap(customer -> customer.number().value(), customer -> customer));
        return numbers.stream()
                .flatMap(number -> Stream.ofNullable(customers.get(number)))
                .toList();
    }

    @Override
    public void add(Customer customer) {
        addAll(List.of(customer));
    }

    @Override
    public void addAll(Collection<Customer> added) {
        added.forEach(customer -> entityManager.persist(new CustomerEntity(realmId, customer)));
        Constraints.flush(entityManager);
        added.forEach(customer -> terms.add(customer.id(), null, terms(customer)));
        Constraints.flush(entityManager);
    }

    @Override
    public void save(Customer customer) {
        saveAll(List.of(customer));
    }

    @Override
    public void saveAll(Collection<Customer> changed) {
        Map<String, Customer> byId = changed.stream().collect(Collectors.toMap(Customer::id, customer -> customer));
        List<CustomerEntity> entities = entities("c.id", byId.keySet());
        if (entities.size() < byId.size()) {
            throw new NoResultException();
        }
        entities.forEach(entity -> update(entity, Objects.requireNonNull(byId.get(entity.id()))));
        Constraints.flush(entityManager);
    }

    private void update(CustomerEntity entity, Customer customer) {
        Set<String> wanted = terms(customer);
        if (!terms(entity.toCustomer()).equals(wanted)) {
            terms.replace(customer.id(), null, wanted);
        }
        entity.update(customer);
    }

    private static Set<String> terms(Customer customer) {
        return new SearchTerms()
                .text(customer.name().value())
                .text(customer.number().value())
                .asSet();
    }

    /** In one statement: the foreign keys take away what hangs on it. */
    @Override
    public void remove(Customer customer) {
        entityManager
                .createQuery("delete from CustomerEntity where realmId = :realm and id = :id")
                .setParameter("realm", realmId)
                .setParameter("id", customer.id())
                .executeUpdate();
    }

    private List<CustomerEntity> entities(String key, Collection<String> values) {
        return entities(entityManager, realmId, key, values);
    }

    /** A list, never a stream: that would hand a customer out before the last of its contact types was read. */
    static List<CustomerEntity> entities(
            EntityManager entityManager, String realmId, String key, Collection<String> values) {
        return entityManager
                .createQuery("""
                        select distinct c from CustomerEntity c left join fetch c.contactTypes
                        where c.realmId = :realm and %s in :values""".formatted(key), CustomerEntity.class)
                .setParameter("realm", realmId)
                .setParameter("values", values)
                .getResultList();
    }
}
