package dev.foyer.contacts;

import dev.foyer.Refusal;
import dev.foyer.customer.ContactType;
import dev.foyer.customer.Customer;
import dev.foyer.customer.Customers;
import dev.foyer.membership.MemberAccess;
import dev.foyer.text.Name;
import java.util.List;

/**
 * Looks after the contact types of customers, the departments that their people are in. As all of contact management, each
 * operation locks the customer, asks for the rights of who acts and does it.
 */
public record ContactTypeManagement(Customers customers, MemberAccess access) {

    /** All of a customer, the permanent one first. Whoever may see the customer may see them: no right is asked for. */
    public List<ContactType> list(String customerId) {
        return customers.find(customerId).orElseThrow(Refusal::notFound).contactTypes();
    }

    /** @throws Refusal as {@link Customer#addContactType} */
    public ContactType add(Actor actor, String customerId, Name name) {
        return save(lock(actor, customerId).addContactType(name)).requireContactType(name);
    }

    /** @throws Refusal {@code NOT_FOUND}, and as {@link Customer#renameContactType} */
    public ContactType rename(Actor actor, String customerId, String typeId, Name name) {
        Customer customer = lock(actor, customerId);
        return save(customer.renameContactType(customer.contactTypeById(typeId), name))
                .contactTypeById(typeId);
    }

    /**
     * Removes one; who was in it stays a member.
     *
     * @return what is no more
     * @throws Refusal {@code NOT_FOUND}, and as {@link Customer#removeContactType}
     */
    public ContactType remove(Actor actor, String customerId, String typeId) {
        Customer customer = lock(actor, customerId);
        ContactType removed = customer.contactTypeById(typeId);
        save(customer.removeContactType(removed.name()));
        return removed;
    }

    private Customer lock(Actor actor, String customerId) {
        Customer customer = customers.lock(customerId).orElseThrow(Refusal::notFound);
        Authority.of(actor, customerId, access).requireManage();
        return customer;
    }

    private Customer save(Customer changed) {
        customers.save(changed);
        return changed;
    }
}
