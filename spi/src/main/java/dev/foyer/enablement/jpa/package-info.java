/** What realms have set, in the database. */
@NullMarked
package dev.foyer.enablement.jpa;

import org.jspecify.annotations.NullMarked;
