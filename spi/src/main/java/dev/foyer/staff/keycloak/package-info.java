/** The roles of staff in Keycloak, and the entry into customers' accounts that one of them opens. */
@NullMarked
package dev.foyer.staff.keycloak;

import org.jspecify.annotations.NullMarked;
