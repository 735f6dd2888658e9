package dev.foyer.contacts;

import dev.foyer.membership.Person;

/**
 * A person to be registered.
 *
 * @param createUser whether they are given a user account; only staff can
 */
public record Contact(Person person, Grant grant, boolean createUser) {}
