/** Requests that come twice: the second one is answered as the first was, and nothing is done again. */
@NullMarked
package dev.foyer.idempotency;

import org.jspecify.annotations.NullMarked;
