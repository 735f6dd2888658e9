/** The idempotency feature wired for one request. */
@NullMarked
package dev.foyer.idempotency.keycloak;

import org.jspecify.annotations.NullMarked;
