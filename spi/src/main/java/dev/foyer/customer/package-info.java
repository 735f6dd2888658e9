/** Customers: the companies and private persons that hold an account, and their contact types. */
@NullMarked
package dev.foyer.customer;

import org.jspecify.annotations.NullMarked;
