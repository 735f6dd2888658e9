/** A realm gets customer accounts and loses them again. */
@NullMarked
package dev.foyer.tests.enablement;

import org.jspecify.annotations.NullMarked;
