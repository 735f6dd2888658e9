package dev.foyer.membership.jpa;

import dev.foyer.customer.Customer;
import dev.foyer.customer.jpa.JpaCustomers;
import dev.foyer.membership.ExternalUsers;
import dev.foyer.membership.Membership;
import dev.foyer.membership.Memberships;
import dev.foyer.membership.World;
import dev.foyer.selection.Account;
import dev.foyer.selection.AccountRole;
import dev.foyer.selection.Accounts;
import dev.foyer.selection.jpa.JpaMemberAccounts;
import java.util.List;
import org.hibernate.Session;

/** One of the users, in one world. The text tells how to find it again. */
record AnyUser(World world, String name, Session em) {

    /** The accounts that are open, in the order of their names. */
    <T> List<T> open(OpenAccount<T> seen) {
        return world.customers().stream()
                .flatMap(customer -> world.open(customer, name).map(own -> seen.as(customer, own)).stream())
                .toList();
    }

    Accounts accounts() {
        return new JpaMemberAccounts(em, world.realmId(), name, World.NOW);
    }

    JpaCustomers customers() {
        return new JpaCustomers(em, world.realmId());
    }

    Memberships memberships() {
        return new JpaMemberships(em, world.realmId());
    }

    ExternalUsers externalUsers() {
        return new JpaExternalUsers(em, world.realmId());
    }

    static Account account(Customer customer, Membership own) {
        return new Account(
                customer.id(),
                customer.number(),
                customer.name(),
                AccountRole.of(own.kind()),
                customer.secondFactorRequired());
    }

    @Override
    public String toString() {
        return "seed %d, %s".formatted(world.seed(), name);
    }

    /** What an open account looks like to whoever is asked. */
    interface OpenAccount<T> {
        T as(Customer customer, Membership own);
    }
}
