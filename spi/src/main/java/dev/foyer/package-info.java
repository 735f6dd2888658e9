/** Foyer: customer accounts for Keycloak. What every feature shares: the refusal, and the wiring of one request. */
@NullMarked
package dev.foyer;

import org.jspecify.annotations.NullMarked;
