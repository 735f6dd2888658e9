/** Staff in customers' accounts. */
@NullMarked
package dev.foyer.tests.staff;

import org.jspecify.annotations.NullMarked;
