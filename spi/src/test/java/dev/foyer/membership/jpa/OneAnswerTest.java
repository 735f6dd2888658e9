package dev.foyer.membership.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.Page;
import dev.foyer.Reason;
import dev.foyer.Refusal;
import dev.foyer.contacts.AccountProfile;
import dev.foyer.contacts.Actor;
import dev.foyer.contacts.ContactManagement;
import dev.foyer.customer.ContactType;
import dev.foyer.customer.Customer;
import dev.foyer.customer.InMemoryCustomers;
import dev.foyer.customer.jpa.JpaCustomers;
import dev.foyer.invitation.InvitationBacking;
import dev.foyer.invitation.InvitationRules;
import dev.foyer.invitation.InvitationService;
import dev.foyer.invitation.Inviter;
import dev.foyer.invitation.InviterRights;
import dev.foyer.invitation.jpa.JpaInvitations;
import dev.foyer.invitation.jpa.JpaOutbox;
import dev.foyer.invitation.jpa.JpaSendings;
import dev.foyer.invitation.keycloak.MemberInviters;
import dev.foyer.membership.InMemoryMemberships;
import dev.foyer.membership.MemberAccess;
import dev.foyer.membership.MemberRights;
import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipKind;
import dev.foyer.membership.MembershipQueries.Listed;
import dev.foyer.membership.MembershipQueries.Sort;
import dev.foyer.membership.Memberships;
import dev.foyer.membership.Permission;
import dev.foyer.membership.Person;
import dev.foyer.membership.World;
import dev.foyer.persistence.Database;
import dev.foyer.selection.Account;
import dev.foyer.selection.AccountPage;
import dev.foyer.selection.AccountRole;
import dev.foyer.selection.Accounts;
import dev.foyer.selection.jpa.JpaStaffAccounts;
import dev.foyer.text.EmailAddress;
import dev.foyer.text.Name;
import dev.foyer.token.AccountClaim;
import dev.foyer.token.jpa.JpaAccountClaims;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whether an account is open to somebody, and what they may do there, has one answer: that of {@link Membership#opens} and
 * {@link MemberRights}. Whoever else is asked says the same, in random worlds and on every database.
 */
@ParameterizedClass
@EnumSource
record OneAnswerTest(Database database) {

    private static final int ALL = 100;

    private static final Map<Database, List<World>> WRITTEN = new EnumMap<>(Database.class);

    @Test
    void signInOffersTheAccountsThatAreOpen() {
        forEachUser(user -> {
            Accounts accounts = user.accounts();
            List<Account> open = user.open(AnyUser::account);

            assertThat(accounts.some(ALL)).as("%s", user).containsExactlyInAnyOrderElementsOf(open);
            assertThat(accounts.page(new AccountPage.Query("", null, ALL)).accounts())
                    .as("%s", user)
                    .containsExactlyElementsOf(open);
            assertThat(accounts.areForStaff()).isFalse();
        });
        forEachPlace(place -> {
            Optional<Account> open = place.open().map(own -> AnyUser.account(place.customer(), own));
            Accounts accounts = place.user().accounts();

            assertThat(accounts.find(place.customer().id())).as("%s", place).isEqualTo(open);
            assertThat(accounts.find(place.customer().number().value()))
                    .as("%s", place)
                    .isEqualTo(open);
        });
    }

    /** What was selected while it was open may be closed by now. */
    @Test
    void theLastSelectionIsTheLastOneThatIsStillOpen() {
        forEachUser(user -> {
            Accounts accounts = user.accounts();
            List<Customer> customers = user.world().customers();
            for (Customer customer : customers) {
                user.world()
                        .membership(customer, user.name())
                        .ifPresent(own -> accounts.select(
                                AnyUser.account(customer, own), World.after(customers.indexOf(customer))));
            }
            List<Account> open = user.open(AnyUser::account);

            assertThat(accounts.lastSelected())
                    .as("%s", user)
                    .isEqualTo(open.stream().reduce((before, last) -> last));
        });
    }

    @Test
    void aTokenSaysOfAnOpenAccountWhatTheMembershipAllows() {
        forEachPlace(place -> {
            Optional<AccountClaim> expected = place.open().map(own -> claim(place.customer(), own));

            assertThat(place.claims().find(place.user().name(), place.customer().id()))
                    .as("%s", place)
                    .isEqualTo(expected);
        });
    }

    @Test
    void selfServiceListsTheAccountsThatAreOpen() {
        forEachUser(user -> {
            JpaMembershipQueries queries =
                    new JpaMembershipQueries(user.em(), user.world().realmId());

            Page<Listed> listed =
                    queries.openTo(user.name(), null, World.NOW, new Page.Request<>(Sort.NAME, false, null, ALL));

            assertThat(listed.items())
                    .as("%s", user)
                    .containsExactlyElementsOf(
                            user.open((customer, own) -> new Listed(own, customer.number(), customer.name())));
        });
    }

    /** Rights are nothing but the membership: the same one gives the same answers. */
    @Test
    void rightsAreThoseOfTheMembershipThatOpensTheAccount() {
        forEachPlace(place -> {
            Optional<MemberRights> expected = place.open().map(MemberRights::new);

            assertThat(place.access().find(place.customer().id(), place.user().name()))
                    .as("%s", place)
                    .isEqualTo(expected);
        });
    }

    @Test
    void contactsAndOwnersAccountsAreOpenToThoseWhoHaveTheRights() {
        forEachPlace(place -> {
            Optional<MemberRights> expected = place.open().map(MemberRights::new);
            String customer = place.customer().id();
            ContactManagement contacts = place.contacts();
            AccountProfile profile = new AccountProfile(place.user().customers(), place.access());

            assertThat(refusal(() -> contacts.requireManage(place.member(), customer)))
                    .as("%s", place)
                    .isEqualTo(refusal(expected, MemberRights::requireManage));
            for (Membership other : place.members()) {
                assertThat(refusal(() -> assertThat(contacts.find(place.member(), customer, other.id()))
                                .isEqualTo(other)))
                        .as("%s looks at %s", place, other)
                        .isEqualTo(refusal(expected, MemberRights::requireManage));
            }
            assertThat(refusal(() -> profile.change(place.member(), customer, (present, own) -> present)))
                    .as("%s", place)
                    .isEqualTo(refusal(expected, MemberRights::requireOwner));
        });
    }

    @Test
    void anInvitationStandsAsLongAsWhoSentItMayGiveWhatItOffers() {
        forEachPlace(place -> {
            InviterRights rights =
                    MemberInviters.rights(place.user().em(), place.world().realmId(), place.access());
            Optional<MemberRights> expected = place.open().map(MemberRights::new);

            for (Offer offer : place.offers()) {
                assertThat(rights.mayOffer(place.inviter(), offer.membership(place.customer())))
                        .as("%s offers %s", place, offer)
                        .isEqualTo(expected.filter(own -> own.mayGive(offer.kind(), offer.permissions()))
                                .isPresent());
            }
        });
    }

    @Test
    void staffEntersTheAccountsOfActiveCustomers() {
        for (World world : worlds()) {
            List<Customer> active =
                    world.customers().stream().filter(Customer::isActive).toList();
            database.run(em -> {
                Accounts accounts = new JpaStaffAccounts(em, world.realmId());
                JpaAccountClaims claims = new JpaAccountClaims(em, world.realmId(), World.NOW);

                assertThat(accounts.some(ALL))
                        .as("seed %d", world.seed())
                        .extracting(Account::id)
                        .containsExactlyInAnyOrderElementsOf(
                                active.stream().map(Customer::id).toList());
                for (Customer customer : world.customers()) {
                    boolean isOpen = customer.isActive();
                    assertThat(accounts.find(customer.id()).isPresent())
                            .as("seed %d, %s", world.seed(), customer.name())
                            .isEqualTo(isOpen);
                    assertThat(claims.findForStaff(customer.id(), World.after(1))
                                    .map(AccountClaim::permissions))
                            .as("seed %d, %s", world.seed(), customer.name())
                            .isEqualTo(
                                    isOpen ? Optional.of(keys(world.catalogue().permissions())) : Optional.empty());
                }
            });
        }
    }

    /** The rules are tested on ports in memory: that means something only if those answer as the database does. */
    @Test
    void thePortsInMemoryAnswerAsTheDatabaseDoes() {
        forEachPlace(place -> {
            InMemoryMemberships memory = inMemory(place.world());
            Memberships memberships = place.user().memberships();
            String customer = place.customer().id();
            String user = place.user().name();

            assertThat(memory.findOpen(customer, user, World.NOW))
                    .as("%s", place)
                    .isEqualTo(memberships.findOpen(customer, user, World.NOW))
                    .isEqualTo(place.open());
            assertThat(memory.findByUser(customer, user))
                    .as("%s", place)
                    .isEqualTo(memberships.findByUser(customer, user));
            assertThat(memory.userType(user))
                    .as("%s", place)
                    .isEqualTo(place.user().externalUsers().type(user));
            assertThat(memory.count(customer)).as("%s", place).isEqualTo(memberships.count(customer));
            for (Membership member : place.members()) {
                assertThat(memory.hasOtherActiveOwner(member))
                        .as("%s", place)
                        .isEqualTo(memberships.hasOtherActiveOwner(member));
            }
        });
    }

    /** A user and a customer, whatever the one is to the other. */
    private record Place(AnyUser user, Customer customer) {

        World world() {
            return user.world();
        }

        Optional<Membership> open() {
            return world().open(customer, user.name());
        }

        List<Membership> members() {
            return world().memberships().stream()
                    .filter(member -> member.customerId().equals(customer.id()))
                    .toList();
        }

        MemberAccess access() {
            return new MemberAccess(user.memberships(), World.clock());
        }

        JpaAccountClaims claims() {
            return new JpaAccountClaims(user.em(), world().realmId(), World.NOW);
        }

        Inviter inviter() {
            return new Inviter(world().realmId(), user.name(), false, new Name(user.name()));
        }

        Actor.Member member() {
            return new Actor.Member(inviter());
        }

        ContactManagement contacts() {
            Session em = user.em();
            String realm = world().realmId();
            Memberships memberships = user.memberships();
            JpaInvitations kept = new JpaInvitations(em, realm, memberships, changed -> {});
            InvitationService invitations = new InvitationService(
                    user.customers(),
                    memberships,
                    kept,
                    new JpaSendings(em, realm),
                    new JpaOutbox(em, realm, () -> "https://id.example/", World.clock()),
                    address -> Optional.empty(),
                    new InvitationRules(Duration.ofDays(7), ALL, ALL, ALL),
                    World.clock());
            return new ContactManagement(
                    user.customers(),
                    memberships,
                    new JpaPermissions(em, realm),
                    access(),
                    invitations,
                    new InvitationBacking(kept, (inviter, offered) -> true),
                    World.clock());
        }

        /** Places of each kind, with nothing, with what the user has and with all there is. */
        List<Offer> offers() {
            Set<Permission> own = world().membership(customer, user.name())
                    .map(Membership::permissions)
                    .orElse(Set.of());
            return Stream.of(Set.<Permission>of(), own, world().catalogue().permissions())
                    .distinct()
                    .flatMap(
                            permissions -> Stream.of(MembershipKind.values()).map(kind -> new Offer(kind, permissions)))
                    .toList();
        }

        @Override
        public String toString() {
            return user + " in " + customer.name();
        }
    }

    private record Offer(MembershipKind kind, Set<Permission> permissions) {

        Membership membership(Customer customer) {
            Person invitee = new Person(null, null, new EmailAddress("new@people.example"), null);
            return Membership.record(customer, null, kind, invitee, permissions, List.of(), World.NOW);
        }
    }

    private void forEachUser(Consumer<AnyUser> question) {
        for (World world : worlds()) {
            database.run(em -> World.USERS.forEach(name -> question.accept(new AnyUser(world, name, em))));
        }
    }

    private void forEachPlace(Consumer<Place> question) {
        forEachUser(user -> user.world().customers().forEach(customer -> question.accept(new Place(user, customer))));
    }

    private List<World> worlds() {
        return WRITTEN.computeIfAbsent(database, OneAnswerTest::write);
    }

    private static List<World> write(Database database) {
        List<World> worlds = World.many();
        worlds.forEach(world -> database.run(em -> {
            JpaPermissions permissions = new JpaPermissions(em, world.realmId());
            world.catalogue().permissions().forEach(permissions::add);
            new JpaCustomers(em, world.realmId()).addAll(world.customers());
            new JpaMemberships(em, world.realmId()).addAll(world.memberships());
        }));
        return worlds;
    }

    private static InMemoryMemberships inMemory(World world) {
        InMemoryCustomers customers = new InMemoryCustomers();
        customers.addAll(world.customers());
        InMemoryMemberships memberships = new InMemoryMemberships(customers);
        memberships.addAll(world.memberships());
        return memberships;
    }

    private static AccountClaim claim(Customer customer, Membership own) {
        return new AccountClaim(
                customer.id(),
                customer.number(),
                customer.name(),
                customer.type(),
                AccountRole.of(own.kind()),
                keys(own.permissions()),
                own.contactTypes().stream()
                        .map(ContactType::name)
                        .map(Name::value)
                        .collect(Collectors.toCollection(TreeSet::new)),
                customer.agency(),
                null,
                customer.secondFactorRequired());
    }

    private static TreeSet<String> keys(Set<Permission> permissions) {
        return permissions.stream().map(Permission::key).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Why the rights refuse it; for those who have none, that nothing is there. */
    private static Optional<Reason> refusal(Optional<MemberRights> rights, Consumer<MemberRights> required) {
        return refusal(() -> required.accept(rights.orElseThrow(Refusal::notFound)));
    }

    private static Optional<Reason> refusal(Runnable attempt) {
        try {
            attempt.run();
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal.reason());
        }
    }
}
