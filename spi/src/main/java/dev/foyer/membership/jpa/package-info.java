/** The membership feature in the database. Entities never leave this package. */
@NullMarked
package dev.foyer.membership.jpa;

import org.jspecify.annotations.NullMarked;
