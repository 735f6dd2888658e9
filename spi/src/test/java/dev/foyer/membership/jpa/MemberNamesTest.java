package dev.foyer.membership.jpa;

import static dev.foyer.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.Page;
import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.Customer;
import dev.foyer.customer.CustomerQueries;
import dev.foyer.customer.CustomerType;
import dev.foyer.customer.jpa.JpaCustomerQueries;
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
import dev.foyer.membership.Profile;
import dev.foyer.persistence.Database;
import dev.foyer.text.EmailAddress;
import dev.foyer.text.Name;
import dev.foyer.text.SearchTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.models.jpa.entities.UserEntity;

/** Members who are users are found and sorted by what they are called now, everybody else by what is recorded. */
@ParameterizedClass
@EnumSource
final class MemberNamesTest {

    private static final Instant NOW = Instant.ofEpochMilli(1_000_000_000);
    private static final EmailAddress OLD = new EmailAddress("piero@old.example");
    private static final EmailAddress NEW = new EmailAddress("piero@new.example");

    private final Database database;
    private final String realm = UUID.randomUUID().toString();
    private final Customer acme =
            Customer.open(new AccountNumber("C-1"), new Name("Acme"), CustomerType.COMPANY, false, NOW);

    MemberNamesTest(Database database) {
        this.database = database;
        database.run(em -> new JpaCustomers(em, realm).add(acme));
    }

    @Test
    void whoHasEnteredIsListedByTheirUserAccount() {
        String piero = user("Piero", "Galli", OLD, true);
        Membership owner = join(piero, "Recorded", OLD);
        Membership carla = record("Carla", new EmailAddress("carla@acme.example"));

        assertThat(listed("PIER")).containsExactly(owner);
        assertThat(listed("galli")).containsExactly(owner);
        assertThat(listed("@old.")).containsExactly(owner);
        assertThat(listed("recorded")).isEmpty();
        assertThat(listed("carla")).containsExactly(carla);
        assertThat(listed(null)).containsExactly(carla, owner);

        rename(piero, "Aldo", "Alba", NEW, true);

        assertThat(listed("piero@old")).isEmpty();
        assertThat(listed("alba")).containsExactly(owner);
        assertThat(listed(null)).containsExactly(owner, carla);
    }

    @Test
    void pagesInTheOrderOfNamesHaveNoGaps() {
        List<Membership> expected = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            EmailAddress email = new EmailAddress(i + "@acme.example");
            expected.add(
                    i % 2 == 0 ? join(user("A", "Name " + i, email, true), null, email) : record("Name " + i, email));
        }
        List<Membership> walked = new ArrayList<>();
        Page.@Nullable Cursor after = null;
        do {
            Page<Listed> page = page(null, after, 2);
            page.items().forEach(listed -> walked.add(listed.membership()));
            after = page.next();
        } while (after != null);

        assertThat(walked).containsExactlyElementsOf(expected);
    }

    @Test
    void beforeTheyEnterTheirUserAccountIsNotLookedAt() {
        String piero = user("Piero", "Galli", OLD, true);
        Membership pending = member(piero, new Person(new Name("Recorded"), null, null, null));
        add(pending);

        assertThat(listed("galli")).isEmpty();
        assertThat(found("galli")).isEmpty();
        assertThat(listed("recorded")).containsExactly(pending);
        assertThat(found("recorded")).containsExactly("C-1");
    }

    @Test
    void aCustomerIsFoundByWhatItsMembersAreCalledNow() {
        String piero = user("Piero", "Gall\u00ec", OLD, true);
        Membership owner = join(piero, "Recorded", OLD);
        assertThat(found("piero")).containsExactly("C-1");
        assertThat(found("galli")).containsExactly("C-1");
        assertThat(found("old.example")).containsExactly("C-1");
        assertThat(found("recorded")).isEmpty();

        rename(piero, "Aldo", null, NEW, true);
        int renewed = refresh(owner);
        int again = refresh(owner);

        assertThat(renewed).isEqualTo(1);
        assertThat(again).isZero();
        assertThat(found("galli")).isEmpty();
        assertThat(found("old.example")).isEmpty();
        assertThat(found("aldo")).containsExactly("C-1");
        assertThat(found("piero@new")).containsExactly("C-1");
    }

    @Test
    void whoEntersIsFoundByTheirUserAccountFromThenOn() {
        Membership recorded = record("Recorded", OLD);
        String piero = user("Piero", "Galli", OLD, true);

        save(recorded.withUser(piero).move(MembershipMove.ADMIT));

        assertThat(found("recorded")).isEmpty();
        assertThat(found("galli")).containsExactly("C-1");
    }

    @Test
    void theWalkFindsWhoWasRenamedPastKeycloak() {
        String piero = user("Piero", "Galli", OLD, true);
        Membership owner = join(piero, null, OLD);
        Membership pending = record("Carla", NEW);

        List<String> walked = database.call(em -> new MemberTerms(em).page("", 100_000));

        assertThat(walked).contains(owner.id()).doesNotContain(pending.id()).isSorted();
        List<String> ofUser = database.call(em -> new MemberTerms(em).ofUsers(List.of(piero)));
        assertThat(ofUser).containsExactly(owner.id());
    }

    @Test
    void whoseAddressChangedIsAMemberByTheNewOneAlone() {
        String piero = user("Piero", "Galli", OLD, true);
        Membership owner = join(piero, "Recorded", OLD);
        assertThat(byEmail(OLD)).contains(owner);
        assertRefused(MembershipReason.MEMBERSHIP_EXISTS, () -> record("Again", OLD));

        rename(piero, "Piero", "Galli", NEW, true);

        assertThat(byEmail(NEW)).contains(owner);
        assertThat(byEmail(OLD)).isEmpty();
        assertRefused(MembershipReason.MEMBERSHIP_EXISTS, () -> record("Again", NEW));
        record("Somebody else", OLD);
    }

    @Test
    void anAddressThatNobodyHasProvedIsNobodys() {
        String piero = user("Piero", "Galli", OLD, false);
        join(piero, null, OLD);

        assertThat(byEmail(OLD)).isEmpty();
        record("Whoever has it", OLD);
    }

    @Test
    void whateverChangesAUserIsHeardOf() {
        String piero = user("Piero", "Galli", OLD, true);
        List<String> renamed = new ArrayList<>();
        database.run(em -> RenamedUsers.tell(em, id -> {
            if (id.equals(piero)) {
                renamed.add(id);
            }
        }));

        database.run(em -> em.find(UserEntity.class, piero).setEnabled(false));
        assertThat(renamed).isEmpty();
        database.run(em -> em.find(UserEntity.class, piero).setLastName("Verdi"));
        database.run(em -> em.find(UserEntity.class, piero).setEmail("verdi@new.example", false));
        assertThat(renamed).containsExactly(piero, piero);
    }

    @Test
    void profilesAreReadInOneGo() {
        String piero = user("Piero", "Galli", OLD, true);
        join(piero, "Recorded", OLD);

        Map<String, Profile> profiles = database.call(em -> new UserProfiles(em).of(List.of(piero, "nobody")));

        assertThat(profiles).isEqualTo(Map.of(piero, new Profile(piero, "Piero", "Galli", OLD.value())));
    }

    private String user(String first, @Nullable String last, EmailAddress email, boolean verified) {
        String id = UUID.randomUUID().toString();
        database.run(em -> {
            UserEntity user = new UserEntity();
            user.setId(id);
            user.setRealmId(realm);
            user.setUsername(id);
            describe(user, first, last, email, verified);
            em.persist(user);
        });
        return id;
    }

    private void rename(String id, String first, @Nullable String last, EmailAddress email, boolean verified) {
        database.run(em -> describe(em.find(UserEntity.class, id), first, last, email, verified));
    }

    private static void describe(
            UserEntity user, String first, @Nullable String last, EmailAddress email, boolean verified) {
        user.setFirstName(first);
        user.setLastName(last);
        user.setEmail(email.value(), false);
        user.setEmailVerified(verified);
    }

    private Membership join(String user, @Nullable String recorded, EmailAddress email) {
        Membership membership = member(
                        user, new Person(null, recorded == null ? null : new Name(recorded), email, null))
                .move(MembershipMove.ADMIT);
        add(membership);
        return membership;
    }

    private Membership record(String lastName, EmailAddress email) {
        Membership membership = member(null, new Person(null, new Name(lastName), email, null));
        add(membership);
        return membership;
    }

    private Membership member(@Nullable String user, Person person) {
        return Membership.record(acme, user, MembershipKind.CONTACT, person, List.of(), List.of(), NOW);
    }

    /** As an import does, which then has its session forget everything. */
    private void add(Membership membership) {
        database.run(em -> {
            new MembershipService(memberships(em)).add(membership);
            em.clear();
        });
    }

    private void save(Membership membership) {
        database.run(em -> new MembershipService(memberships(em)).save(membership));
    }

    private int refresh(Membership membership) {
        return database.call(em -> new MemberTerms(em).refresh(List.of(membership.id())));
    }

    private Optional<Membership> byEmail(EmailAddress email) {
        return database.call(em -> memberships(em).findByEmail(acme.id(), email));
    }

    private JpaMemberships memberships(Session em) {
        return new JpaMemberships(em, realm);
    }

    private List<Membership> listed(@Nullable String search) {
        return page(search, null, 9).items().stream().map(Listed::membership).toList();
    }

    private Page<Listed> page(@Nullable String search, Page.@Nullable Cursor after, int size) {
        return database.call(em -> new JpaMembershipQueries(em, realm)
                .ofCustomer(
                        acme.id(),
                        new Filter(null, null, null, null, search),
                        new Page.Request<>(Sort.NAME, false, after, size)));
    }

    private List<String> found(String search) {
        return database.call(em -> new JpaCustomerQueries(em, realm)
                        .page(
                                new CustomerQueries.Filter(null, null, null, SearchTerms.wanted(search)),
                                new Page.Request<>(CustomerQueries.Sort.NAME, false, null, 9))
                        .items()
                        .stream()
                        .map(customer -> customer.number().value())
                        .toList());
    }
}
