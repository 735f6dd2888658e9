/** Who is in a customer, and in which customers a user is. */
@NullMarked
package dev.foyer.tests.membership;

import org.jspecify.annotations.NullMarked;
