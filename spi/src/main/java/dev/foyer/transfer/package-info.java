/** Import and export: customers from a file into a realm, and out of it. */
@NullMarked
package dev.foyer.transfer;

import org.jspecify.annotations.NullMarked;
