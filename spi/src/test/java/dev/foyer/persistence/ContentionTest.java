package dev.foyer.persistence;

import static dev.foyer.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.Customer;
import dev.foyer.customer.CustomerType;
import dev.foyer.customer.jpa.JpaCustomers;
import dev.foyer.text.Name;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Transactions that wait for each other: the database lets one go on, and the other one is told to come again. */
@ParameterizedClass
@EnumSource
record ContentionTest(Database database) {

    @Test
    void ofTwoThatWaitForEachOthersLocksOneGivesWay() throws Exception {
        String realm = UUID.randomUUID().toString();

        Throwable loser = loser(
                realm,
                (em, customer) -> assertThat(new JpaCustomers(em, realm).lock(customer.id()))
                        .isPresent());

        assertThat(Contention.isBehind(loser)).as(loser.toString()).isTrue();
    }

    @Test
    void ofTwoThatWaitForEachOthersChangesOneIsRefused() throws Exception {
        String realm = UUID.randomUUID().toString();

        Throwable loser = loser(realm, (em, customer) -> new JpaCustomers(em, realm).save(customer.deactivate()));

        assertRefused(PersistenceReason.CONTENDED, () -> {
            throw loser;
        });
    }

    @Test
    void aBrokenConstraintIsNoContention() {
        assertThat(Contention.isBehind(new IllegalStateException(new SQLException("duplicate", "23505"))))
                .isFalse();
    }

    /** Two transactions hold a customer each, then want the other one; what becomes of the one that does not get it. */
    private Throwable loser(String realm, BiConsumer<Session, Customer> hold) throws InterruptedException {
        List<Customer> customers = List.of(customer("C-1"), customer("C-2"));
        database.run(em -> new JpaCustomers(em, realm).addAll(customers));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        List<Callable<Void>> rivals = List.of(
                () -> takeBoth(hold, customers.get(0), customers.get(1), bothHoldOne),
                () -> takeBoth(hold, customers.get(1), customers.get(0), bothHoldOne));
        List<Throwable> losers = new ArrayList<>();
        for (Future<Void> rival : threads.invokeAll(rivals)) {
            try {
                rival.get();
            } catch (ExecutionException lost) {
                losers.add(lost.getCause());
            }
        }
        threads.shutdown();
        assertThat(losers).hasSize(1);
        return losers.get(0);
    }

    private Void takeBoth(BiConsumer<Session, Customer> hold, Customer first, Customer second, CyclicBarrier barrier) {
        database.run(em -> {
            hold.accept(em, first);
            try {
                barrier.await();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            hold.accept(em, second);
        });
        return null;
    }

    private static Customer customer(String number) {
        return Customer.open(new AccountNumber(number), new Name("Acme"), CustomerType.COMPANY, false, Instant.EPOCH);
    }
}
