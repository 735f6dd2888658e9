/** The customer feature in the database. Entities never leave this package. */
@NullMarked
package dev.foyer.customer.jpa;

import org.jspecify.annotations.NullMarked;
