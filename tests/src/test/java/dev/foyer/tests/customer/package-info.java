/** Customers are opened, changed, found and removed, and go with their realm. */
@NullMarked
package dev.foyer.tests.customer;

import org.jspecify.annotations.NullMarked;
