@NullMarked
package dev.foyer;

import org.jspecify.annotations.NullMarked;
