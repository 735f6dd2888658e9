package dev.foyer.membership.jpa;

import static dev.foyer.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.Page;
import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.ContactType;
import dev.foyer.customer.Customer;
import dev.foyer.customer.CustomerType;
import dev.foyer.customer.jpa.JpaCustomers;
import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipKind;
import dev.foyer.membership.MembershipMove;
import dev.foyer.membership.MembershipQueries.Filter;
import dev.foyer.membership.MembershipQueries.Listed;
import dev.foyer.membership.MembershipQueries.Sort;
import dev.foyer.membership.MembershipReason;
import dev.foyer.membership.MembershipService;
import dev.foyer.membership.Person;
import dev.foyer.persistence.Database;
import dev.foyer.persistence.UserRows;
import dev.foyer.text.Name;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.models.jpa.entities.ComponentEntity;
import org.keycloak.models.jpa.entities.RealmEntity;

/** Users go without a word to anybody, as Keycloak's bulk deletes take them: nobody who does not exist counts. */
@ParameterizedClass
@EnumSource
record DepartedUsersTest(Database database) {

    private static final Instant NOW = Instant.ofEpochMilli(1_000_000_000);

    @Test
    void whoDoesNotExistIsNoOwnerAndNoMember() {
        String realm = id();
        Customer acme = customer();
        Membership anna = owner(acme, id(), List.of());
        Membership bruno = owner(acme, id(), List.of());
        add(realm, acme, anna, bruno);
        assertThat(hasOtherOwner(realm, anna, user -> true)).isTrue();

        forget(bruno);

        assertThat(hasOtherOwner(realm, anna, user -> true)).isFalse();
        assertThat(listed(realm, acme)).containsExactly(anna);
        assertThat(memberships(realm, bruno)).isEmpty();
        long count = database.call(em -> new JpaMemberships(em, realm).count(acme.id()));
        assertThat(count).isEqualTo(1);
        List<Membership> exported = database.call(em -> new JpaMemberships(em, realm).page(List.of(acme), null, 9));
        assertThat(exported).containsExactly(anna);
    }

    @Test
    void anOwnerWhomADirectoryHasNoMoreIsNoOwner() {
        String realm = id();
        Customer acme = customer();
        Membership anna = owner(acme, id(), List.of());
        Membership bruno = owner(acme, id(), List.of());
        add(realm, acme, anna, bruno);

        assertThat(hasOtherOwner(realm, anna, user -> !user.equals(bruno.userId())))
                .isFalse();
        assertThat(hasOtherOwner(realm, anna, user -> !user.equals(anna.userId())))
                .isTrue();
    }

    @Test
    void thePlaceOfWhoDoesNotExistIsFree() {
        String realm = id();
        Customer acme = customer();
        Membership anna = owner(acme, id(), acme.contactTypes());
        Membership bruno = owner(acme, id(), acme.contactTypes());
        Membership carla = owner(acme, id(), acme.contactTypes());
        add(realm, acme, anna);
        assertRefused(MembershipReason.CONTACT_TYPE_HOLDS_ONE, () -> join(realm, bruno, user -> true));

        forget(anna);
        join(realm, bruno, user -> true);
        assertThat(listed(realm, acme)).containsExactly(bruno);

        // A directory tells the same of one whose local copy is still there.
        join(realm, carla, user -> !user.equals(bruno.userId()));
        assertThat(listed(realm, acme)).containsExactly(carla);
    }

    @Test
    void usersOfAStorageThatIsGoneHaveGoneWithIt() {
        String realm = id();
        String storage = id();
        store(realm, storage);
        Customer acme = customer();
        Membership anna = owner(acme, "f:" + storage + ":anna", List.of());
        Membership bruno = owner(acme, id(), List.of());
        add(realm, acme, anna, bruno);
        assertThat(hasOtherOwner(realm, bruno, user -> true)).isTrue();
        assertThat(gone(anna, bruno)).isEmpty();

        database.run(em -> em.remove(em.find(ComponentEntity.class, storage)));

        assertThat(hasOtherOwner(realm, bruno, user -> true)).isFalse();
        assertThat(listed(realm, acme)).containsExactly(bruno);
        assertThat(gone(anna, bruno)).containsExactly(anna.userId());
    }

    @Test
    void cleanUpFindsThemOnPagesOfUsersAndTakesThem() {
        String realm = id();
        Customer acme = customer();
        Customer beta = customer("C-2");
        Membership anna = owner(acme, id(), acme.contactTypes());
        Membership again = owner(beta, String.valueOf(anna.userId()), List.of());
        Membership bruno = owner(acme, id(), List.of());
        add(realm, acme, anna, bruno);
        add(realm, beta, again);
        forget(anna);
        assertThat(rows(anna, bruno, again)).isEqualTo(3);

        List<String> before = page(
                String.valueOf(bruno.userId()).compareTo(String.valueOf(anna.userId())) < 0
                        ? String.valueOf(bruno.userId())
                        : "");
        List<String> inRealm = database.call(em -> MemberUsers.gone(em, realm, 9));
        assertThat(inRealm).containsExactly(anna.userId());
        assertThat(before).contains(String.valueOf(anna.userId())).isSorted().doesNotHaveDuplicates();
        Set<String> gone = gone(anna, bruno, again);
        assertThat(gone).containsExactly(anna.userId());
        gone.forEach(user -> database.run(em -> UserRows.remove(em, user)));

        assertThat(rows(anna, bruno, again)).isEqualTo(1);
    }

    private List<String> page(String after) {
        return database.call(em -> MemberUsers.page(em, MembershipEntity.class, after, 100_000));
    }

    private Set<String> gone(Membership... members) {
        List<String> users = List.of(members).stream()
                .map(member -> String.valueOf(member.userId()))
                .toList();
        return database.call(em -> MemberUsers.gone(em, users));
    }

    private boolean hasOtherOwner(String realm, Membership owner, Predicate<String> exists) {
        return database.call(em -> new JpaMemberships(em, realm, exists).hasOtherActiveOwner(owner));
    }

    private Optional<Membership> memberships(String realm, Membership of) {
        return database.call(em -> new JpaMemberships(em, realm).find(of.id()));
    }

    private List<Membership> listed(String realm, Customer customer) {
        return database.call(em -> new JpaMembershipQueries(em, realm)
                        .ofCustomer(
                                customer.id(),
                                new Filter(null, null, null, null, null),
                                new Page.Request<>(Sort.CREATED, false, null, 9))
                        .items()
                        .stream()
                        .map(Listed::membership)
                        .toList());
    }

    private long rows(Membership... members) {
        List<String> ids = List.of(members).stream().map(Membership::id).toList();
        return database.call(
                em -> em.createQuery("select count(m) from MembershipEntity m where m.id in :ids", Long.class)
                        .setParameter("ids", ids)
                        .getSingleResult());
    }

    private void join(String realm, Membership membership, Predicate<String> exists) {
        database.run(em -> new MembershipService(new JpaMemberships(em, realm, exists)).add(membership));
    }

    private void add(String realm, Customer customer, Membership... members) {
        database.run(em -> {
            new JpaCustomers(em, realm).add(customer);
            new JpaMemberships(em, realm).addAll(List.of(members));
        });
    }

    /** As Keycloak does it: in bulk, without an event. */
    private void forget(Membership member) {
        database.run(em -> em.createMutationQuery("delete from UserEntity where id = :id")
                .setParameter("id", member.userId())
                .executeUpdate());
    }

    private void store(String realmId, String storageId) {
        database.run(em -> {
            RealmEntity realm = new RealmEntity();
            realm.setId(realmId);
            realm.setName(realmId);
            em.persist(realm);
            ComponentEntity storage = new ComponentEntity();
            storage.setId(storageId);
            storage.setRealm(realm);
            storage.setProviderType("org.keycloak.storage.UserStorageProvider");
            em.persist(storage);
        });
    }

    private static Membership owner(Customer customer, String userId, Collection<ContactType> types) {
        return Membership.record(customer, userId, MembershipKind.OWNER, Person.UNRECORDED, List.of(), types, NOW)
                .move(MembershipMove.ADMIT);
    }

    private static Customer customer() {
        return customer("C-1");
    }

    private static Customer customer(String number) {
        return Customer.open(new AccountNumber(number), new Name("Acme"), CustomerType.COMPANY, false, NOW);
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
