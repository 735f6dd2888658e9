/** Registration: whoever registers has an account of their own from then on. */
@NullMarked
package dev.foyer.membership.login;

import org.jspecify.annotations.NullMarked;
