package dev.foyer.customer.jpa;

import dev.foyer.Page;
import dev.foyer.customer.Customer;
import dev.foyer.customer.CustomerDirectory;
import dev.foyer.jpa.KeysetQuery;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@link CustomerDirectory} in the database. Bound to its realm: no query leaves it. */
public final class JpaCustomerDirectory implements CustomerDirectory {

    /** What begins with a word lies between it and itself with the last of all characters after it. */
    private static final String FOUND_BY = """
            c.id in (
              select t.customerId from SearchTermEntity t
              where t.realmId = :realm and t.term >= :word%1$d and t.term < :beyond%1$d)""";

    private static final String LAST_CHARACTER = Character.toString(Character.MAX_CODE_POINT);

    private final EntityManager entityManager;
    private final String realmId;

    public JpaCustomerDirectory(EntityManager entityManager, String realmId) {
        this.entityManager = entityManager;
        this.realmId = realmId;
    }

    @Override
    public Page<Customer> page(Filter filter, Page.Request<Sort> request) {
        Page<String> ids = query(filter).page("c.id", key(request.sort()), request);
        Map<String, Customer> customers = JpaCustomers.entities(entityManager, realmId, "c.id", ids.items()).stream()
                .map(CustomerEntity::toCustomer)
                .collect(Collectors.toMap(Customer::id, Function.identity()));
        List<Customer> items = ids.items().stream()
                .map(customers::get)
                .filter(Objects::nonNull)
                .toList();
        return new Page<>(items, ids.next());
    }

    @Override
    public int count(Filter filter, int limit) {
        return query(filter).count(limit);
    }

    private KeysetQuery query(Filter filter) {
        KeysetQuery query = new KeysetQuery(entityManager, "CustomerEntity c")
                .where("c.realmId = :realm", "realm", realmId)
                .where("c.state = :state", "state", filter.state())
                .where("c.type = :type", "type", filter.type())
                .where("c.agency = :agency", "agency", filter.agency());
        List<String> words = filter.words();
        for (int i = 0; i < words.size(); i++) {
            query.where(FOUND_BY.formatted(i))
                    .with("word" + i, words.get(i))
                    .with("beyond" + i, words.get(i) + LAST_CHARACTER);
        }
        return query;
    }

    private static KeysetQuery.Key key(Sort sort) {
        return switch (sort) {
            case NAME -> KeysetQuery.Key.text("c.name");
            case NUMBER -> KeysetQuery.Key.text("c.number");
            case CREATED -> KeysetQuery.Key.number("c.createdAt");
        };
    }
}
