/** The admin API, under {@code /admin/realms/{realm}/customers}. */
@NullMarked
package dev.foyer.api.admin;

import org.jspecify.annotations.NullMarked;
