/** Keycloak's own services as Foyer uses them: its clock, the settings of a realm, events, texts, and the classes that change between its releases. */
@NullMarked
package dev.foyer.keycloak;

import org.jspecify.annotations.NullMarked;
