package dev.foyer.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.customer.AccountNumberPattern;
import dev.foyer.customer.CustomerService;
import dev.foyer.customer.jpa.JpaCustomers;
import dev.foyer.membership.MembershipService;
import dev.foyer.membership.jpa.JpaMemberships;
import dev.foyer.membership.jpa.JpaPermissions;
import dev.foyer.persistence.Database;
import dev.foyer.transfer.file.CsvFile;
import dev.foyer.transfer.file.Spool;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Imports into real databases: all is found again, and what is kept in memory does not grow with the file. */
@ParameterizedClass
@EnumSource
record LargeImportTest(Database database) {

    private static final int CUSTOMERS = 500;
    private static final int ROWS = 3 * CUSTOMERS;

    @Test
    void memoryHoldsOneBatchAtATime() {
        String realm = UUID.randomUUID().toString();
        List<Integer> held = new ArrayList<>();

        ImportReport report = database.call(session -> run(session, realm, file(), (rows, of) -> {
            held.add(session.getStatistics().getEntityCount());
            session.clear();
        }));

        assertThat(report).isEqualTo(new ImportReport(ROWS, CUSTOMERS, CUSTOMERS, ROWS, 0, List.of(), 0));
        assertThat(held).hasSize(ROWS / 500);
        // A batch is 500 memberships, as many contact types of members, up to 251 customers with 2 types each, and two
        // or
        // three search terms of every member and customer.
        assertThat(held).allSatisfy(entities -> assertThat(entities).isLessThan(3500));
        assertThat(count(realm, "MembershipEntity m where m.customer.realmId")).isEqualTo(ROWS);
    }

    @Test
    void aSecondImportFindsEveryMemberOfTheFirst() {
        String realm = UUID.randomUUID().toString();
        database.call(session -> run(session, realm, file(), (rows, of) -> session.clear()));

        ImportReport again = database.call(session -> run(session, realm, file(), (rows, of) -> session.clear()));

        assertThat(again.problemCount()).isEqualTo(ROWS);
        assertThat(count(realm, "MembershipEntity m where m.customer.realmId")).isEqualTo(ROWS);
        assertThat(count(realm, "CustomerEntity c where c.realmId")).isEqualTo(CUSTOMERS);
    }

    @Test
    void generatedAccountIdsAreFreeOnes() {
        String realm = UUID.randomUUID().toString();
        String unnumbered = "name,type\n" + "Firm,company\n".repeat(ROWS);

        ImportReport report = database.call(session -> run(session, realm, unnumbered, (rows, of) -> session.clear()));

        assertThat(report.customers()).isEqualTo(ROWS);
        assertThat(count(realm, "CustomerEntity c where c.realmId")).isEqualTo(ROWS);
    }

    @Test
    void aBatchIsMeasuredByItsTextsToo() {
        List<Long> done = new ArrayList<>();
        String longRows = "number,name,type,kind,first_name\n"
                + ("C-1,Firm,company,contact," + "x".repeat(8_000) + "\n").repeat(600);

        ImportReport report = database.call(
                session -> run(session, UUID.randomUUID().toString(), longRows, (rows, of) -> done.add(rows)));

        assertThat(report.problemCount()).isEqualTo(600);
        assertThat(done).hasSizeGreaterThan(3);
    }

    private static ImportReport run(Session session, String realm, String csv, ImportProgress progress) {
        byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
        var customers = new JpaCustomers(session, realm);
        try (Spool spool = Spool.of(new ByteArrayInputStream(bytes), bytes.length)) {
            return new CustomerImport(
                            customers,
                            new CustomerService(customers, AccountNumberPattern.DEFAULT, InstantSource.system()),
                            new MembershipService(new JpaMemberships(session, realm)),
                            new JpaPermissions(session, realm),
                            usernames -> Map.of(),
                            userIds -> Set.of(),
                            null,
                            InstantSource.system())
                    .run(new CsvFile(spool), progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long count(String realm, String condition) {
        return database.call(
                session -> session.createQuery("select count(*) from " + condition + " = :realm", Long.class)
                        .setParameter("realm", realm)
                        .getSingleResult());
    }

    /** Three members of each customer: the one in its type "Customer", and two in another. */
    private static String file() {
        return IntStream.range(0, ROWS)
                .mapToObj(row -> "C-%d,Firm,company,contact,p%d@firm.example,billing|orders,%s"
                        .formatted(row / 3, row, row % 3 == 0 ? "Customer" : "Purchasing"))
                .collect(Collectors.joining("\n", "number,name,type,kind,email,permissions,contact_types\n", "\n"));
    }
}
