package dev.foyer.customer.jpa;

import dev.foyer.Page;
import dev.foyer.customer.Customer;
import dev.foyer.customer.CustomerQueries;
import dev.foyer.persistence.KeysetQuery;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@link CustomerQueries} in the database. Bound to its realm: no query leaves it. */
public final class JpaCustomerQueries implements CustomerQueries {

    /** What begins with a word lies between it and itself with the last of all characters after it. */
    private static final String FOUND_BY = """
            c.id in (
              select t.customerId from SearchTermEntity t
              where t.realmId = :realm and t.term >= :word%1$d and t.term < :beyond%1$d)""";

    /** The same, asked of each customer that is found otherwise: a comparison that no database turns around. */
    private static final String ALSO_FOUND_BY = """
            (select min(t.term) from SearchTermEntity t
             where t.customerId = c.id and t.term >= :word%1$d and t.term < :beyond%1$d) is not null""";

    /** Words are told apart by how rare they are up to here. */
    private static final int COMMON = 20_000;

    private static final String LAST_CHARACTER = Character.toString(Character.MAX_CODE_POINT);

    private final EntityManager entityManager;
    private final String realmId;

    public JpaCustomerQueries(EntityManager entityManager, String realmId) {
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
        Optional<String> leading = leading(words);
        for (int i = 0; i < words.size(); i++) {
            boolean leads = leading.filter(words.get(i)::equals).isPresent();
            query.where((leads ? FOUND_BY : ALSO_FOUND_BY).formatted(i))
                    .with("word" + i, words.get(i))
                    .with("beyond" + i, words.get(i) + LAST_CHARACTER);
        }
        return query;
    }

    /**
     * The word to begin with: of several the rarest, whatever the database believes, since of combinations it has no
     * statistics; none if all are common, for then the list itself is the better way.
     */
    private Optional<String> leading(List<String> words) {
        if (words.size() < 2) {
            return words.stream().findFirst();
        }
        Map<String, Integer> found = words.stream().distinct().collect(Collectors.toMap(word -> word, this::found));
        return found.entrySet().stream()
                .filter(word -> word.getValue() < COMMON)
                .min(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    private int found(String word) {
        return entityManager
                .createQuery("""
                        select 1 from SearchTermEntity t
                        where t.realmId = :realm and t.term >= :word and t.term < :beyond""", Integer.class)
                .setParameter("realm", realmId)
                .setParameter("word", word)
                .setParameter("beyond", word + LAST_CHARACTER)
                .setMaxResults(COMMON)
                .getResultList()
                .size();
    }

    private static KeysetQuery.Key key(Sort sort) {
        return switch (sort) {
            case NAME -> KeysetQuery.Key.text("c.name");
            case NUMBER -> KeysetQuery.Key.text("c.number");
            case CREATED -> KeysetQuery.Key.number("c.createdAt");
        };
    }
}
