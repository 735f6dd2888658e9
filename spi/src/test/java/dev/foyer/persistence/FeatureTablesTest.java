package dev.foyer.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.Customer;
import dev.foyer.customer.CustomerType;
import dev.foyer.customer.jpa.JpaCustomers;
import dev.foyer.enablement.jpa.JpaStoredSettings;
import dev.foyer.feature.Features;
import dev.foyer.idempotency.jpa.JpaIdempotencyKeys;
import dev.foyer.invitation.InvitationOptions;
import dev.foyer.invitation.InvitationRules;
import dev.foyer.invitation.InvitationService;
import dev.foyer.invitation.Inviter;
import dev.foyer.invitation.jpa.JpaInvitations;
import dev.foyer.invitation.jpa.JpaOutbox;
import dev.foyer.invitation.jpa.JpaSendings;
import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipKind;
import dev.foyer.membership.Permission;
import dev.foyer.membership.Person;
import dev.foyer.membership.jpa.JpaExternalUsers;
import dev.foyer.membership.jpa.JpaMemberships;
import dev.foyer.membership.jpa.JpaPermissions;
import dev.foyer.text.EmailAddress;
import dev.foyer.text.Name;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What the features declare of their tables, compared with what the migrations make, on every database. */
@ParameterizedClass
@EnumSource
record FeatureTablesTest(Database database) {

    private static final Instant NOW = Instant.ofEpochMilli(1_000_000_000);

    /** Random secrets of 256 bits: no two requests will ever have the same. */
    private static final Set<String> UNBREAKABLE = Set.of("FOYER_UQ_INVITATION_TOKEN");

    /** Rows that the migration made, which belong to nobody. */
    private static final Set<String> OF_NO_REALM = Set.of("FOYER_SENDING_LOCK");

    @Test
    void everyTableIsDeclaredByAFeature() {
        assertThat(Features.installed().tables()).containsExactlyInAnyOrderElementsOf(tables());
    }

    @Test
    void everyUniqueConstraintHasAMeaning() {
        Set<String> meanings = Features.installed().constraints().keySet();

        assertThat(constraints("'UNIQUE'"))
                .containsAll(UNBREAKABLE)
                .allMatch(name -> meanings.contains(name) != UNBREAKABLE.contains(name), "has a meaning or needs none");
        assertThat(constraints("'UNIQUE', 'PRIMARY KEY'")).containsAll(meanings);
    }

    /** Else é is e on MariaDB, c-1 is C-1, and there is no room for an emoji. */
    @Test
    void textIsComparedByCodePoints() {
        assumeThat(database).isEqualTo(Database.MARIADB);

        assertThat(names("select distinct concat(table_name, '.', column_name, ' ', collation_name)"
                        + " from information_schema.columns where upper(table_name) like 'FOYER!_%' escape '!'"
                        + " and collation_name <> 'utf8mb4_nopad_bin'"))
                .isEmpty();
    }

    @Test
    void nothingOfARealmIsLeftAndAllOfAnotherOne() {
        fill(realm());
        Map<String, List<List<Object>>> before = rows();
        String removed = realm();
        fill(removed);
        Map<String, List<List<Object>>> filled = rows();

        database.run(em -> Features.installed()
                .removalsOfRealm()
                .forEach(removal -> em.createMutationQuery(removal)
                        .setParameter("id", removed)
                        .executeUpdate()));

        Map<String, List<List<Object>>> after = rows();
        for (String table : tables()) {
            if (OF_NO_REALM.contains(table)) {
                continue;
            }
            assertThat(rows(filled, table))
                    .as(table)
                    .hasSizeGreaterThan(rows(before, table).size());
            assertThat(rows(after, table)).as(table).containsExactlyInAnyOrderElementsOf(rows(before, table));
        }
    }

    @Test
    void aRealmThatTakesThePlaceOfAnotherHasAllThatBelongedToIt() {
        String before = realm();
        String after = realm();
        fill(before);
        Map<String, List<List<Object>>> filled = rows();

        database.run(em -> Features.installed()
                .movesOfRealm()
                .forEach(move -> em.createMutationQuery(move)
                        .setParameter("from", before)
                        .setParameter("to", after)
                        .executeUpdate()));

        Map<String, List<List<Object>>> moved = rows();
        for (String table : tables()) {
            assertThat(rows(moved, table))
                    .as(table)
                    .containsExactlyInAnyOrderElementsOf(rows(filled, table).stream()
                            .map(row -> row.stream()
                                    .map(value -> before.equals(value) ? after : value)
                                    .toList())
                            .toList());
        }
    }

    /** At least a row in each table; whoever adds a table adds it here. */
    private void fill(String realm) {
        Permission own = new Permission("print-approval");
        Customer acme = Customer.open(new AccountNumber("C-1"), new Name("Acme"), CustomerType.COMPANY, false, NOW)
                .addContactType(new Name("Prepress"));
        Membership anna = Membership.record(
                acme,
                null,
                MembershipKind.CONTACT,
                new Person(new Name("Anna"), null, new EmailAddress("anna@acme.example"), null),
                List.of(own),
                acme.contactTypes(),
                NOW);
        database.run(em -> {
            new JpaPermissions(em, realm).add(own);
            new JpaCustomers(em, realm).add(acme);
            invitations(em, realm)
                    .invite(
                            acme,
                            anna,
                            InvitationOptions.PLAIN,
                            new Inviter(realm, "boss", true, new Name("The boss")));
            new JpaExternalUsers(em, realm).add(realm + "-anna");
            new JpaIdempotencyKeys(em, realm, "boss").begin("key", "request", NOW);
            new JpaStoredSettings(em, realm).write(Map.of("foyer.enabled", "true"));
        });
    }

    private static InvitationService invitations(Session em, String realm) {
        InstantSource clock = InstantSource.fixed(NOW);
        JpaMemberships memberships = new JpaMemberships(em, realm);
        return new InvitationService(
                new JpaCustomers(em, realm),
                memberships,
                new JpaInvitations(em, realm, memberships, changed -> {}),
                new JpaSendings(em, realm),
                new JpaOutbox(em, realm, () -> "https://id.example/", clock),
                address -> Optional.empty(),
                new InvitationRules(Duration.ofDays(7), 1, 1, 1),
                clock);
    }

    private List<String> constraints(String types) {
        return names("select constraint_name from (select table_name, constraint_type,"
                // MariaDB has no names for primary keys.
                + " case when constraint_name = 'PRIMARY' then concat('FOYER_PK_', substr(table_name, 7))"
                + " else constraint_name end as constraint_name from information_schema.table_constraints) c"
                + " where upper(constraint_name) like 'FOYER!_%' escape '!' and constraint_type in (" + types + ")");
    }

    private List<String> tables() {
        return names("select table_name from information_schema.tables"
                + " where upper(table_name) like 'FOYER!_%' escape '!'");
    }

    private List<String> names(String query) {
        return database.call(em -> em.createNativeQuery(query, String.class).getResultList()).stream()
                .map(name -> name.toUpperCase(Locale.ROOT))
                .toList();
    }

    private Map<String, List<List<Object>>> rows() {
        return tables().stream().collect(Collectors.toMap(Function.identity(), this::rows));
    }

    private List<List<Object>> rows(String table) {
        return database
                .call(em -> em.createNativeQuery("select * from " + table, Object[].class)
                        .getResultList())
                .stream()
                .map(Arrays::asList)
                .toList();
    }

    private static List<List<Object>> rows(Map<String, List<List<Object>>> all, String table) {
        return all.getOrDefault(table, List.of());
    }

    private static String realm() {
        return UUID.randomUUID().toString();
    }
}
