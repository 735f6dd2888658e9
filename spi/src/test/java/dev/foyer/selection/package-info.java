@NullMarked
package dev.foyer.selection;

import org.jspecify.annotations.NullMarked;
