/** What the database adapters of all features share: the entity list, the migrations, and the names of the constraints. */
@NullMarked
package dev.foyer.jpa;

import org.jspecify.annotations.NullMarked;
