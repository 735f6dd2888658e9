package dev.foyer.membership.jpa;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.customer.jpa.CustomerEntity;
import dev.foyer.customer.jpa.SearchTermRows;
import dev.foyer.membership.Person;
import dev.foyer.text.Digest;
import dev.foyer.text.EmailAddress;
import dev.foyer.text.SearchTerms;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words by which customers are found by their members. Of who has entered an account they are made of what Keycloak's
 * database says of the user, and with them is kept of what: so it can be told which are of yesterday.
 */
public record MemberTerms(EntityManager entityManager) {

    /** Those of a recorded person. */
    static Set<String> of(Person person) {
        return terms(text(person.firstName()), text(person.lastName()), text(person.email()));
    }

    /** Adds the first words of memberships that are new. */
    void addOf(Collection<String> membershipIds) {
        stale(membershipIds).forEach(stale -> {
            stale.rows(entityManager).add(stale.customerId(), stale.id(), stale.terms());
            note(stale);
        });
    }

    /**
     * Makes the words of memberships those of today. Their customers are locked: whoever changes the same members has done so
     * before or waits.
     *
     * @return how many had others
     */
    public int refresh(Collection<String> membershipIds) {
        if (!stale(membershipIds).isEmpty()) {
            lockCustomers(membershipIds);
        }
        List<Stale> stale = stale(membershipIds);
        stale.forEach(one -> {
            one.rows(entityManager).replace(one.customerId(), one.id(), one.terms());
            note(one);
        });
        return stale.size();
    }

    /** The memberships of these users, in the order of their customers, in which those are locked. */
    public List<String> ofUsers(Collection<String> userIds) {
        return entityManager
                .createQuery(
                        "select m.id from MembershipEntity m where m.userId in :users order by m.customerId, m.id",
                        String.class)
                .setParameter("users", userIds)
                .getResultList();
    }

    /**
     * The next memberships of those who have entered, in the order of their ids.
     *
     * @param after the last one that was read; empty at the beginning
     */
    public List<String> page(String after, int size) {
        return entityManager
                .createQuery("""
                        select m.id from MembershipEntity m
                        where m.id > :after and m.state in (ACTIVE, INACTIVE) order by m.id""", String.class)
                .setParameter("after", after)
                .setMaxResults(size)
                .getResultList();
    }

    private List<Stale> stale(Collection<String> membershipIds) {
        if (membershipIds.isEmpty()) {
            return List.of();
        }
        return entityManager
                .createQuery("""
                        select m.id, m.customerId, c.realmId, u.firstName, u.lastName, u.email, m.termsOf
                        from MembershipEntity m join m.customer c join UserEntity u on u.id = m.userId
                        where m.id in :ids and m.state in (ACTIVE, INACTIVE)""", Object[].class)
                .setParameter("ids", membershipIds)
                .getResultStream()
                .map(Stale::of)
                .filter(Stale::isStale)
                .toList();
    }

    /** In one order, by which no two wait for each other. */
    private void lockCustomers(Collection<String> membershipIds) {
        entityManager
                .createQuery(
                        "select c from CustomerEntity c where c.id in (select m.customerId from MembershipEntity m where m.id in :ids) order by c.id",
                        CustomerEntity.class)
                .setParameter("ids", membershipIds)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Both or neither: an import makes its session forget what it has not written. */
    private void note(Stale renewed) {
        entityManager.flush();
        entityManager
                .createQuery("update MembershipEntity set termsOf = :source where id = :id")
                .setParameter("source", renewed.source())
                .setParameter("id", renewed.id())
                .executeUpdate();
    }

    private static Set<String> terms(@Nullable String first, @Nullable String last, @Nullable String email) {
        SearchTerms terms = new SearchTerms();
        Stream.of(Optional.ofNullable(first), Optional.ofNullable(last))
                .flatMap(Optional::stream)
                .forEach(terms::text);
        Optional.ofNullable(email).flatMap(EmailAddress::parse).ifPresent(terms::email);
        return terms.asSet();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** A membership and what its user is called. */
    private record Stale(
            String id,
            String customerId,
            String realmId,
            @Nullable String first,
            @Nullable String last,
            @Nullable String email,
            @Nullable String termsOf) {

        static Stale of(Object[] row) {
            return new Stale(
                    (String) row[0],
                    (String) row[1],
                    (String) row[2],
                    (String) row[3],
                    (String) row[4],
                    (String) row[5],
                    (String) row[6]);
        }

        boolean isStale() {
            return !source().equals(termsOf);
        }

        String source() {
            return Digest.of(Stream.of(first, last, email)
                    .map(part -> (Objects.requireNonNullElse(part, "") + "\n").getBytes(UTF_8))
                    .toArray(byte[][]::new));
        }

        Set<String> terms() {
            return MemberTerms.terms(first, last, email);
        }

        SearchTermRows rows(EntityManager entityManager) {
            return new SearchTermRows(entityManager, realmId);
        }
    }
}
