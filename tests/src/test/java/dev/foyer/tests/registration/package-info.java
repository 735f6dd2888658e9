/** Whoever registers has an account of their own from then on. */
@NullMarked
package dev.foyer.tests.registration;

import org.jspecify.annotations.NullMarked;
