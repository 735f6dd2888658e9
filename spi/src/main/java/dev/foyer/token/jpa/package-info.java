/** The token feature in the database. */
@NullMarked
package dev.foyer.token.jpa;

import org.jspecify.annotations.NullMarked;
