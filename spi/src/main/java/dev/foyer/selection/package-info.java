/** Selection: which account a person acts for in this sign-in. */
@NullMarked
package dev.foyer.selection;

import org.jspecify.annotations.NullMarked;
