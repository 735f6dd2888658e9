/** Attempts in the database. Entities never leave this package. */
@NullMarked
package dev.foyer.idempotency.jpa;

import org.jspecify.annotations.NullMarked;
