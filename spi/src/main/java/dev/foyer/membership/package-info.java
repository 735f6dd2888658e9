/** Memberships: a person's place in a customer, as owner, contact or guest, with its state, permissions and contact types. */
@NullMarked
package dev.foyer.membership;

import org.jspecify.annotations.NullMarked;
