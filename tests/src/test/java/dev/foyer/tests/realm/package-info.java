/** Throw-away realms with customer accounts switched on. */
@NullMarked
package dev.foyer.tests.realm;

import org.jspecify.annotations.NullMarked;
