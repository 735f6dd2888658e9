/** A real browser, and the pages that a person sees in it. */
@NullMarked
package dev.foyer.tests.browser;

import org.jspecify.annotations.NullMarked;
