package dev.foyer.customer.jpa;

import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words by which the customers of one realm are found. Whose words they are must be in the database before; when it
 * goes, foreign keys take its words away.
 */
public record SearchTermRows(EntityManager entityManager, String realmId) {

    /** Adds the first words of a customer or, if one is given, of a membership. */
    public void add(String customerId, @Nullable String membershipId, Set<String> terms) {
        terms.forEach(term -> entityManager.persist(new SearchTermEntity(realmId, customerId, membershipId, term)));
    }

    /** Makes these the words from now on. */
    public void replace(String customerId, @Nullable String membershipId, Set<String> terms) {
        List<SearchTermEntity> present = entityManager
                .createQuery(
                        "select t from SearchTermEntity t where t.customerId = :customer and t.ownerId = :owner",
                        SearchTermEntity.class)
                .setParameter("customer", customerId)
                .setParameter("owner", membershipId == null ? customerId : membershipId)
                .getResultList();
        present.stream().filter(row -> !terms.contains(row.term())).forEach(entityManager::remove);
        Set<String> missing = new HashSet<>(terms);
        missing.removeAll(present.stream().map(SearchTermEntity::term).collect(Collectors.toSet()));
        add(customerId, membershipId, missing);
    }
}
