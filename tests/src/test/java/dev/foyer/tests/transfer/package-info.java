/** Customers go from one realm to another as files. */
@NullMarked
package dev.foyer.tests.transfer;

import org.jspecify.annotations.NullMarked;
