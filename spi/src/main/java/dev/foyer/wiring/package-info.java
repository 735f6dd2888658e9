/** Foyer as Keycloak starts it: entities and migrations, listeners and scheduled tasks of all features. */
@NullMarked
package dev.foyer.wiring;

import org.jspecify.annotations.NullMarked;
