package dev.foyer.customer.jpa;

import java.util.List;

/** The JPA entities of customers. */
public final class CustomerEntities {
    private CustomerEntities() {}

    /** All of them. */
    public static final List<Class<?>> ALL =
            List.of(CustomerEntity.class, ContactTypeEntity.class, SearchTermEntity.class);
}
