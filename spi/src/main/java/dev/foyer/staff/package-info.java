/** The people who look after customers: what their roles allow. */
@NullMarked
package dev.foyer.staff;

import org.jspecify.annotations.NullMarked;
