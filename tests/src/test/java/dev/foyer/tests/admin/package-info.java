/** The admin API of customers as its callers see it. */
@NullMarked
package dev.foyer.tests.admin;

import org.jspecify.annotations.NullMarked;
