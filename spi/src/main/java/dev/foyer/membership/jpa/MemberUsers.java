package dev.foyer.membership.jpa;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.storage.StorageId;

/**
 * The users of memberships, in Keycloak's own tables. Users of a storage that imports none are not there: of them the
 * database knows no more than whether their storage still belongs to a realm.
 */
public final class MemberUsers {

    /**
     * Of the membership {@code m}: it has no user, or one that exists as far as the database can tell. With the parameter
     * {@code :realm}.
     */
    static final String EXIST = """
            (m.userId is null or exists (select 1 from UserEntity k where k.id = m.userId)
             or m.userId like 'f:%' and exists (
               select 1 from ComponentEntity s where s.realm.id = :realm
               and s.providerType = 'org.keycloak.storage.UserStorageProvider'
               and m.userId like concat('f:', s.id, ':%')))""";

    private MemberUsers() {}

    /**
     * The ids of the users of whom there are rows, in any realm and in the order of the ids.
     *
     * @param entity with the attribute {@code userId}
     * @param after the last one that was read; empty at the beginning
     */
    public static List<String> page(EntityManager entityManager, Class<?> entity, String after, int size) {
        return entityManager
                .createQuery(
                        "select distinct e.userId from %s e where e.userId > :after order by e.userId"
                                .formatted(entity.getSimpleName()),
                        String.class)
                .setParameter("after", after)
                .setMaxResults(size)
                .getResultList();
    }

    /** The users of memberships in a realm who are certainly gone, some of them if there are many. */
    public static List<String> gone(EntityManager entityManager, String realmId, int limit) {
        return entityManager
                .createQuery(
                        "select distinct m.userId from MembershipEntity m where m.customer.realmId = :realm and not "
                                + EXIST,
                        String.class)
                .setParameter("realm", realmId)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Those of the ids that are certainly nobody's: there is no such user, and no such storage of users. */
    public static Set<String> gone(EntityManager entityManager, Collection<String> userIds) {
        List<String> local = new ArrayList<>();
        Set<String> storages = new HashSet<>();
        for (String id : userIds) {
            if (StorageId.isLocalStorage(id)) {
                local.add(id);
            } else {
                storages.add(StorageId.providerId(id));
            }
        }
        Set<String> present = new HashSet<>();
        present.addAll(existing(entityManager, "select k.id from UserEntity k where k.id in :ids", local));
        present.addAll(existing(entityManager, """
                select s.id from ComponentEntity s
                where s.id in :ids and s.providerType = 'org.keycloak.storage.UserStorageProvider'""", storages));
        return userIds.stream()
                .filter(id -> !present.contains(StorageId.isLocalStorage(id) ? id : StorageId.providerId(id)))
                .collect(Collectors.toSet());
    }

    private static List<String> existing(EntityManager entityManager, String query, Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : entityManager
                        .createQuery(query, String.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }
}
