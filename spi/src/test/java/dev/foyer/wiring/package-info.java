@NullMarked
package dev.foyer.wiring;

import org.jspecify.annotations.NullMarked;
