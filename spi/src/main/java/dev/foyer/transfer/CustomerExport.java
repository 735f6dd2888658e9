package dev.foyer.transfer;

import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.Customer;
import dev.foyer.membership.Permission;
import dev.foyer.membership.PermissionCatalogue;
import java.util.Iterator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Takes the customers of a realm out, in the order of their account IDs. The realm may change meanwhile. */
public final class CustomerExport {

    private final CustomerPages pages;
    private final Target target;
    private final SortedSet<Permission> used = new TreeSet<>();

    private long customers;
    private long memberships;
    private long unknown;

    private CustomerExport(CustomerPages pages, Target target) {
        this.pages = pages;
        this.target = target;
    }

    /** Gives everything to the target; holds no more in memory than a page. */
    public static ExportReport run(CustomerPages pages, Target target) {
        return new CustomerExport(pages, target).run();
    }

    /** Takes customers, each with its members after it, and in the end the permissions. */
    public interface Target {

        void customer(Customer customer);

        /** Of the last customer; in no order. */
        void member(ExportedMembership member);

        /** Those that the members need and those of the realm, without the built-in ones. */
        void permissions(SortedSet<Permission> own);
    }

    private ExportReport run() {
        AccountNumber last = null;
        for (List<Customer> page = pages.customers(null); !page.isEmpty(); page = pages.customers(last)) {
            write(page);
            last = page.get(page.size() - 1).number();
        }
        // Only now: a permission may have been added while its first holders were written.
        used.addAll(pages.catalogue().permissions());
        used.removeAll(PermissionCatalogue.BUILT_IN.permissions());
        target.permissions(used);
        return new ExportReport(customers, memberships, unknown);
    }

    private void write(List<Customer> page) {
        Iterator<Customer> rest = page.iterator();
        Customer current = next(rest);
        ExportedMembership last = null;
        for (List<ExportedMembership> members = pages.members(page, null);
                !members.isEmpty();
                members = pages.members(page, last)) {
            for (ExportedMembership member : members) {
                while (!current.id().equals(member.membership().customerId())) {
                    current = next(rest);
                }
                write(member);
                last = member;
            }
        }
        while (rest.hasNext()) {
            next(rest);
        }
    }

    private Customer next(Iterator<Customer> rest) {
        Customer customer = rest.next();
        target.customer(customer);
        customers++;
        return customer;
    }

    private void write(ExportedMembership member) {
        if (member.isKnown()) {
            target.member(member);
            used.addAll(member.membership().permissions());
            memberships++;
        } else {
            unknown++;
        }
    }
}
