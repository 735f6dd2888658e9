/** Contact management: registering, inviting, changing and removing the people of a customer, each by who may. */
@NullMarked
package dev.foyer.contacts;

import org.jspecify.annotations.NullMarked;
