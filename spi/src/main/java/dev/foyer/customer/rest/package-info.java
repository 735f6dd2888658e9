/** The admin API of customers, under {@code /admin/realms/{realm}/customers}. */
@NullMarked
package dev.foyer.customer.rest;

import org.jspecify.annotations.NullMarked;
