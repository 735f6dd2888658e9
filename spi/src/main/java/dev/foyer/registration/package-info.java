/** Registration: an account of their own for whoever becomes a user. */
@NullMarked
package dev.foyer.registration;

import org.jspecify.annotations.NullMarked;
