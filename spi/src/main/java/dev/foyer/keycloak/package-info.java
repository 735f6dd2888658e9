/** Foyer inside Keycloak: the wiring of one request, the realm's settings, and what all provider factories share. */
@NullMarked
package dev.foyer.keycloak;

import org.jspecify.annotations.NullMarked;
