package dev.foyer.membership.jpa;

import static dev.foyer.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.Page;
import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.Customer;
import dev.foyer.customer.CustomerQueries.Filter;
import dev.foyer.customer.CustomerQueries.Sort;
import dev.foyer.customer.CustomerState;
import dev.foyer.customer.CustomerType;
import dev.foyer.customer.jpa.JpaCustomerQueries;
import dev.foyer.customer.jpa.JpaCustomers;
import dev.foyer.membership.AddressChange;
import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipKind;
import dev.foyer.membership.MembershipMove;
import dev.foyer.membership.MembershipQueries;
import dev.foyer.membership.MembershipState;
import dev.foyer.membership.Permission;
import dev.foyer.membership.Person;
import dev.foyer.persistence.Database;
import dev.foyer.text.EmailAddress;
import dev.foyer.text.Name;
import dev.foyer.text.SearchTerms;
import dev.foyer.text.TextReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists are filtered, searched, sorted and paged by the database: the same on every one. */
@ParameterizedClass
@EnumSource
record QueriesTest(Database database) {

    private static final Page.Request<Sort> BY_NAME = new Page.Request<>(Sort.NAME, false, null, 100);

    @Test
    void everyOrderIsPagedWithoutGapsOrRepetitions() {
        String realm = id();
        for (int i = 0; i < 25; i++) {
            // Names and times come twice: the order must be whole even so.
            add(realm, customer("N-%02d".formatted(i), "Firm %02d".formatted(i / 2), i / 2));
        }
        for (Sort sort : Sort.values()) {
            Function<Customer, Comparable<?>> key = switch (sort) {
                case NAME -> Customer::name;
                case NUMBER -> customer -> customer.number().value();
                case CREATED -> Customer::createdAt;
            };
            List<Customer> upwards = walk(realm, sort, false);
            List<Customer> downwards = new ArrayList<>(walk(realm, sort, true));
            assertThat(upwards).hasSize(25).doesNotHaveDuplicates();
            List<? extends Comparable<?>> keys = upwards.stream().map(key).toList();
            assertThat(keys).isSorted();
            java.util.Collections.reverse(downwards);
            assertThat(downwards).isEqualTo(upwards);
        }
    }

    @Test
    void aCustomerIsFoundByItsNameItsAccountIdAndItsPeople() {
        String realm = id();
        Customer acme = customer("C-10023", "Tipografia Caffè Rossi S.p.A.", 1);
        add(realm, acme, person(acme, "Anna Maria", "D'Angelo", "anna.b@acme.it"));
        Customer beta = customer("C-20000", "Beta", 1);
        add(realm, beta, person(beta, "Bruno", "Verdi", "bruno@beta.it"));
        add(id(), customer("C-1", "Tipografia elsewhere", 1));

        for (String search : List.of(
                "tipo",
                "CAFFE",
                "caffe\u0300",
                "ros",
                "s.p.a",
                "c-100",
                "10023",
                "anna.b@ac",
                "acme.it",
                "maria",
                "angelo",
                "d'ang",
                "rossi anna",
                "Anna Tipografia",
                "10023 t")) {
            assertThat(found(realm, search)).as(search).containsExactly("C-10023");
        }
        for (String search : List.of("ipografia", "%%", "__", "rossi bruno", "nna", "c_10")) {
            assertThat(found(realm, search)).as(search).isEmpty();
        }
        assertThat(found(realm, "c-")).containsExactly("C-20000", "C-10023");
        assertRefused(TextReason.SEARCH_TOO_SHORT, () -> SearchTerms.wanted(" c  d "));
    }

    @Test
    void whatIsChangedOrRemovedIsFoundAsItIsNow() {
        String realm = id();
        Customer acme = customer("C-1", "Acme", 1);
        Membership anna = person(acme, "Anna", "Rossi", "anna@acme.it");
        add(realm, acme, anna);
        database.run(em -> {
            new JpaCustomers(em, realm)
                    .save(acme.revise(
                            new AccountNumber("D-2"),
                            new Name("Beta"),
                            CustomerType.COMPANY,
                            CustomerState.ACTIVE,
                            false));
            new JpaMemberships(em, realm)
                    .save(anna.withPerson(
                            new Person(new Name("Anna"), new Name("Verdi"), new EmailAddress("anna@beta.it"), null),
                            new AddressChange(Instant.EPOCH, new Name("The boss"), false)));
        });
        for (String gone : List.of("acme", "c-1", "rossi", "anna@acme.it")) {
            assertThat(found(realm, gone)).as(gone).isEmpty();
        }
        for (String present : List.of("beta", "d-2", "verdi", "anna@beta.it", "anna")) {
            assertThat(found(realm, present)).as(present).containsExactly("D-2");
        }
        database.run(em -> new JpaMemberships(em, realm).remove(anna));
        assertThat(found(realm, "verdi")).isEmpty();
        database.run(em -> new JpaCustomers(em, realm).remove(acme));
        assertThat(found(realm, "beta")).isEmpty();
    }

    @Test
    void filtersNarrowListAndCount() {
        String realm = id();
        Customer agency = Customer.open(
                new AccountNumber("A-1"), new Name("Agency"), CustomerType.COMPANY, true, Instant.ofEpochMilli(1));
        Customer closed = customer("A-2", "Closed", 1).deactivate();
        Customer single = Customer.open(
                new AccountNumber("A-3"), new Name("Single"), CustomerType.INDIVIDUAL, false, Instant.ofEpochMilli(1));
        List.of(agency, closed, single).forEach(customer -> add(realm, customer));

        assertThat(numbers(realm, new Filter(null, null, true, List.of()))).containsExactly("A-1");
        assertThat(numbers(realm, new Filter(CustomerState.INACTIVE, null, null, List.of())))
                .containsExactly("A-2");
        assertThat(numbers(realm, new Filter(CustomerState.ACTIVE, CustomerType.COMPANY, null, List.of())))
                .containsExactly("A-1");
        assertThat(numbers(realm, new Filter(null, CustomerType.INDIVIDUAL, null, List.of("a-"))))
                .containsExactly("A-3");
        int three = database.call(em -> new JpaCustomerQueries(em, realm).count(Filter.NONE, 10));
        int two = database.call(em -> new JpaCustomerQueries(em, realm).count(Filter.NONE, 2));
        assertThat(three).isEqualTo(3);
        assertThat(two).isEqualTo(2);
    }

    @Test
    void theMembersOfACustomerAndTheAccountsOfAUserAreListed() {
        String realm = id();
        String user = id();
        Customer acme = customer("C-1", "Acme", 1).addContactType(new Name("Sales"));
        Customer beta = customer("C-2", "Beta", 1);
        Membership anna = Membership.record(
                        acme,
                        user,
                        MembershipKind.OWNER,
                        new Person(new Name("Anna"), new Name("Rossi"), null, null),
                        List.of(new Permission("billing"), new Permission("orders")),
                        acme.contactTypes(),
                        Instant.ofEpochMilli(3))
                .move(MembershipMove.ADMIT);
        Membership bea = person(acme, "Bea", "Alba", "bea_b@acme.it");
        Membership guest = Membership.record(
                beta, user, MembershipKind.GUEST, Person.UNRECORDED, List.of(), List.of(), Instant.ofEpochMilli(2));
        add(realm, acme, anna, bea);
        add(realm, beta, guest);

        // Nobody has told Keycloak what Anna is called.
        assertThat(members(realm, acme, none())).containsExactly(anna, bea);
        assertThat(members(realm, acme, new MembershipQueries.Filter(MembershipState.ACTIVE, null, null, null, null)))
                .containsExactly(anna);
        assertThat(members(realm, acme, new MembershipQueries.Filter(null, MembershipKind.CONTACT, null, null, null)))
                .containsExactly(bea);
        assertThat(members(realm, acme, new MembershipQueries.Filter(null, null, "orders", null, null)))
                .containsExactly(anna);
        assertThat(members(realm, acme, new MembershipQueries.Filter(null, null, null, "Sales", null)))
                .containsExactly(anna);
        assertThat(members(realm, acme, search("BEA_"))).containsExactly(bea);
        assertThat(members(realm, acme, search("%"))).isEmpty();
        assertThat(members(id(), acme, none())).isEmpty();
        List<String> accounts = database.call(em -> new JpaMembershipQueries(em, realm)
                .ofUser(user, none(), request(MembershipQueries.Sort.CREATED, 1)).items().stream()
                        .map(listed -> listed.number() + " " + listed.customerName() + " "
                                + listed.membership().state())
                        .toList());
        assertThat(accounts).containsExactly("C-2 Beta PENDING");
    }

    @Test
    void theAccountsThatAUserMayEnterAreOpenNow() {
        String realm = id();
        String user = id();
        add(realm, customer("C-1", "Acme", 1), user, member -> member.move(MembershipMove.ADMIT));
        add(realm, customer("C-2", "Beta", 1), user, member -> member);
        add(realm, customer("C-3", "Gamma", 1).deactivate(), user, member -> member.move(MembershipMove.ADMIT));
        add(
                realm,
                customer("C-4", "Delta", 1),
                user,
                member -> member.move(MembershipMove.ADMIT).withEnd(Instant.ofEpochMilli(8)));

        assertThat(open(realm, user, null, 7)).containsExactly("C-1", "C-4");
        assertThat(open(realm, user, "DEL", 7)).containsExactly("C-4");
        assertThat(open(realm, user, " ", 8)).containsExactly("C-1");
        assertThat(open(id(), user, null, 7)).isEmpty();
    }

    private void add(String realm, Customer customer, String user, UnaryOperator<Membership> as) {
        add(
                realm,
                customer,
                as.apply(Membership.record(
                        customer,
                        user,
                        MembershipKind.CONTACT,
                        Person.UNRECORDED,
                        List.of(),
                        List.of(),
                        Instant.ofEpochMilli(1))));
    }

    private List<String> open(String realm, String user, @Nullable String search, long now) {
        return database.call(em -> new JpaMembershipQueries(em, realm)
                        .openTo(user, search, Instant.ofEpochMilli(now), request(MembershipQueries.Sort.NAME, 9))
                        .items()
                        .stream()
                        .map(listed -> listed.number().value())
                        .toList());
    }

    private List<Membership> members(String realm, Customer customer, MembershipQueries.Filter filter) {
        return database.call(em -> new JpaMembershipQueries(em, realm)
                .ofCustomer(customer.id(), filter, request(MembershipQueries.Sort.NAME, 9)).items().stream()
                        .map(MembershipQueries.Listed::membership)
                        .toList());
    }

    private static Page.Request<MembershipQueries.Sort> request(MembershipQueries.Sort sort, int size) {
        return new Page.Request<>(sort, false, null, size);
    }

    private static MembershipQueries.Filter none() {
        return new MembershipQueries.Filter(null, null, null, null, null);
    }

    private static MembershipQueries.Filter search(String text) {
        return new MembershipQueries.Filter(null, null, null, null, text);
    }

    private List<Customer> walk(String realm, Sort sort, boolean descending) {
        List<Customer> all = new ArrayList<>();
        Page.@Nullable Cursor after = null;
        do {
            Page.Cursor from = after;
            Page<Customer> page = database.call(em ->
                    new JpaCustomerQueries(em, realm).page(Filter.NONE, new Page.Request<>(sort, descending, from, 7)));
            all.addAll(page.items());
            after = page.next();
        } while (after != null);
        return all;
    }

    private List<String> found(String realm, String search) {
        return numbers(realm, new Filter(null, null, null, SearchTerms.wanted(search)));
    }

    private List<String> numbers(String realm, Filter filter) {
        return database.call(em -> new JpaCustomerQueries(em, realm)
                .page(filter, BY_NAME).items().stream()
                        .map(customer -> customer.number().value())
                        .toList());
    }

    private void add(String realm, Customer customer, Membership... members) {
        database.run(em -> {
            new JpaCustomers(em, realm).add(customer);
            new JpaMemberships(em, realm).addAll(List.of(members));
        });
    }

    private static Membership person(Customer customer, String first, String last, String email) {
        Person person = new Person(new Name(first), new Name(last), new EmailAddress(email), null);
        return Membership.record(
                customer, null, MembershipKind.CONTACT, person, List.of(), List.of(), Instant.ofEpochMilli(1));
    }

    private static Customer customer(String number, String name, long createdAt) {
        return Customer.open(
                new AccountNumber(number),
                new Name(name),
                CustomerType.COMPANY,
                false,
                Instant.ofEpochMilli(createdAt));
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
