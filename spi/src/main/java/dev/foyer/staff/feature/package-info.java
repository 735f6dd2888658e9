/** Staff as a feature of Foyer: what it adds to Keycloak and its database. */
@NullMarked
package dev.foyer.staff.feature;

import org.jspecify.annotations.NullMarked;
