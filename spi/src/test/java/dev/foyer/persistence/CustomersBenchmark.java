package dev.foyer.persistence;

import dev.foyer.Page;
import dev.foyer.customer.Customer;
import dev.foyer.customer.CustomerQueries.Filter;
import dev.foyer.customer.CustomerQueries.Sort;
import dev.foyer.customer.CustomerState;
import dev.foyer.customer.CustomerType;
import dev.foyer.customer.jpa.JpaCustomerQueries;
import dev.foyer.text.SearchTerms;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the lists cost in a realm of a million customers. Not a test: {@code benchmarks/customers} runs it. */
class CustomersBenchmark {

    private static final String REALM = "benchmark";
    private static final int CUSTOMERS = Integer.getInteger("foyer.benchmark.customers", 10_000);
    private static final int RUNS = 21;

    @Test
    void measure() {
        Database.POSTGRESQL.run(CustomersBenchmark::fill);
        analyze();
        System.out.printf("%n%d customers, %d memberships%n", CUSTOMERS, 5 * CUSTOMERS);
        Page<Customer> first = Database.POSTGRESQL.call(session -> page(session, Filter.NONE, Sort.NAME, null, 20));
        System.out.printf("first of all: %s%n%n", first.items().get(0).name());

        for (Sort sort : Sort.values()) {
            list("first page by " + sort, Filter.NONE, sort, null);
        }
        list("a page in the middle by NAME", Filter.NONE, Sort.NAME, new Page.Cursor("Firm 5", ""));
        list("the last page by NAME", Filter.NONE, Sort.NAME, new Page.Cursor("Firm 99", ""));
        list("agencies (0.1 %) by NAME", new Filter(null, null, true, List.of()), Sort.NAME, null);
        list("agencies by CREATED", new Filter(null, null, true, List.of()), Sort.CREATED, null);
        list("inactive (5 %) by NUMBER", new Filter(CustomerState.INACTIVE, null, null, List.of()), Sort.NUMBER, null);
        list("individuals (20 %)", new Filter(null, CustomerType.INDIVIDUAL, null, List.of()), Sort.NAME, null);
        for (String search : List.of(
                "c-0000123",
                "p77777@",
                "mail77.example",
                "last1234",
                "last1234 first7",
                "firm 77",
                "firm 7",
                "firm 777777",
                "last12 first7",
                "la",
                "firm",
                "zz")) {
            list(
                    "search \"" + search + "\"",
                    new Filter(null, null, null, SearchTerms.wanted(search)),
                    Sort.NAME,
                    null);
        }
        time("count of all, up to 10,001", () -> count(Filter.NONE));
        time("count of search \"la\"", () -> count(new Filter(null, null, null, List.of("la"))));
    }

    private static void list(String what, Filter filter, Sort sort, Page.@Nullable Cursor after) {
        time(
                what,
                () -> Database.POSTGRESQL.call(session ->
                        page(session, filter, sort, after, 20).items().size()));
        Database.POSTGRESQL.run(session -> explain(session, () -> page(session, filter, sort, after, 20)));
    }

    /** Has the database print the plans of what is done. */
    private static void explain(Session session, Runnable work) {
        for (String setting : List.of(
                "load 'auto_explain'",
                "set local auto_explain.log_min_duration = 0",
                "set local auto_explain.log_analyze = on",
                "set local auto_explain.log_timing = off",
                "set local client_min_messages = log")) {
            session.createNativeMutationQuery(setting).executeUpdate();
        }
        work.run();
    }

    private static void time(String what, Supplier<Integer> work) {
        double[] millis = new double[RUNS];
        int result = 0;
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            result = work.get();
            millis[run] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        System.out.printf(
                "%-36s median %8.1f ms   slowest %8.1f ms   rows %d%n",
                what, millis[RUNS / 2], millis[RUNS - 1], result);
    }

    private static Page<Customer> page(
            Session session, Filter filter, Sort sort, Page.@Nullable Cursor after, int size) {
        return new JpaCustomerQueries(session, REALM).page(filter, new Page.Request<>(sort, false, after, size));
    }

    private static Integer count(Filter filter) {
        return Database.POSTGRESQL.call(session -> new JpaCustomerQueries(session, REALM).count(filter, 10_001));
    }

    /** Rows as the adapters write them, written by the database itself. */
    private static void fill(Session session) {
        for (String statement : List.of(
                // Indexes are built faster than they grow.
                """
                create temp table dropped as select indexdef from pg_indexes
                where tablename = 'foyer_search_term' and indexname not like 'foyer_pk%%'""",
                """
                do 'declare name text; begin
                  for name in select indexname from pg_indexes
                    where tablename = ''foyer_search_term'' and indexname not like ''foyer_pk%%''
                  loop execute ''drop index '' || name; end loop; end'""",
                "alter table foyer_search_term drop constraint foyer_pk_search_term",
                // Foreign keys need no check here: both sides are made by the same rule.
                "set local session_replication_role = replica",
                """
                insert into foyer_customer (id, realm_id, number, name, type, state, agency,
                  second_factor_required, created_at, version)
                select md5('c' || i)::uuid, '%1$s', 'C-' || lpad(i::text, 7, '0'), 'Firm ' || i,
                  case when i %% 5 = 0 then 'INDIVIDUAL' else 'COMPANY' end,
                  case when i %% 20 = 0 then 'INACTIVE' else 'ACTIVE' end, i %% 1000 = 0, false, i, 0
                from generate_series(1, %2$d) i""",
                """
                insert into foyer_search_term (customer_id, term, owner_id, realm_id)
                select md5('c' || i)::uuid, term, md5('c' || i)::uuid, '%1$s' from generate_series(1, %2$d) i,
                  lateral (values ('firm'), (i::text), ('c-' || lpad(i::text, 7, '0')), (lpad(i::text, 7, '0'))) t (term)
                group by i, term""",
                """
                insert into foyer_membership
                  (id, customer_id, kind, state, first_name, last_name, email, created_at, version)
                select md5('m' || i)::uuid, md5('c' || (i %% %2$d + 1))::uuid, 'CONTACT', 'PENDING', 'First' || i %% 300,
                  'Last' || i %% 20000, 'p' || i || '@mail' || i %% 1000 || '.example', i, 0
                from generate_series(1, 5 * %2$d) i""",
                """
                insert into foyer_search_term (membership_id, owner_id, term, customer_id, realm_id)
                select md5('m' || i)::uuid, md5('m' || i)::uuid, term, md5('c' || (i %% %2$d + 1))::uuid, '%1$s'
                from generate_series(1, 5 * %2$d) i,
                  lateral (values ('first' || i %% 300), ('last' || i %% 20000),
                    ('p' || i || '@mail' || i %% 1000 || '.example'), ('mail' || i %% 1000 || '.example')) t (term)""",
                """
                alter table foyer_search_term
                add constraint foyer_pk_search_term primary key (customer_id, term, owner_id)""",
                """
                do 'declare definition text; begin
                  for definition in select indexdef from dropped loop execute definition; end loop; end'""")) {
            session.createNativeMutationQuery(statement.formatted(REALM, CUSTOMERS))
                    .executeUpdate();
        }
    }

    private static void analyze() {
        for (String table : List.of("customer", "search_term", "membership")) {
            Database.POSTGRESQL.run(session ->
                    session.createNativeMutationQuery("analyze foyer_" + table).executeUpdate());
        }
    }
}
