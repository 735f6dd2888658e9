/** The selection feature in the database. Entities never leave this package. */
@NullMarked
package dev.foyer.selection.jpa;

import org.jspecify.annotations.NullMarked;
