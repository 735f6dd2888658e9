/** The customer feature wired for one request. */
@NullMarked
package dev.foyer.customer.keycloak;

import org.jspecify.annotations.NullMarked;
