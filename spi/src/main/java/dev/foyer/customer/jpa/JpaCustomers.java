package dev.foyer.customer.jpa;

import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.Customer;
import dev.foyer.customer.Customers;
import dev.foyer.jpa.Constraints;
import jakarta.persistence.EntityManager;
import jakarta.persistence.NoResultException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@link Customers} in the database. Bound to its realm: no query leaves it. */
public final class JpaCustomers implements Customers {

    private final EntityManager entityManager;
    private final String realmId;

    public JpaCustomers(EntityManager entityManager, String realmId) {
        this.entityManager = entityManager;
        this.realmId = realmId;
    }

    @Override
    public Optional<Customer> find(String id) {
        return Optional.ofNullable(entities(List.of(id)).get(id)).map(CustomerEntity::toCustomer);
    }

    @Override
    public Optional<Customer> findByNumber(AccountNumber number) {
        return findByNumbers(List.of(number)).stream().findFirst();
    }

    @Override
    public List<Customer> findByNumbers(Collection<AccountNumber> numbers) {
        return entityManager
                .createQuery("""
                        select distinct c from CustomerEntity c left join fetch c.contactTypes
                        where c.realmId = :realm and c.number in :numbers""", CustomerEntity.class)
                .setParameter("realm", realmId)
                .setParameter(
                        "numbers", numbers.stream().map(AccountNumber::value).toList())
                .getResultStream()
                .map(CustomerEntity::toCustomer)
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
    }

    @Override
    public void save(Customer customer) {
        saveAll(List.of(customer));
    }

    @Override
    public void saveAll(Collection<Customer> changed) {
        Map<String, CustomerEntity> entities =
                entities(changed.stream().map(Customer::id).toList());
        for (Customer customer : changed) {
            Optional.ofNullable(entities.get(customer.id()))
                    .orElseThrow(NoResultException::new)
                    .update(customer);
        }
        Constraints.flush(entityManager);
    }

    private Map<String, CustomerEntity> entities(Collection<String> ids) {
        return entityManager
                .createQuery("""
                        select distinct c from CustomerEntity c left join fetch c.contactTypes
                        where c.realmId = :realm and c.id in :ids""", CustomerEntity.class)
                .setParameter("realm", realmId)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(CustomerEntity::id, entity -> entity));
    }
}
