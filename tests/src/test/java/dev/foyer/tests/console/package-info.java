/** The account console, used in a browser. */
@NullMarked
package dev.foyer.tests.console;

import org.jspecify.annotations.NullMarked;
