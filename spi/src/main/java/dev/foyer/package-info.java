/** Foyer: customer accounts for Keycloak. What every feature shares: how the domain says no. */
@NullMarked
package dev.foyer;

import org.jspecify.annotations.NullMarked;
