@NullMarked
package dev.foyer.selection.jpa;

import org.jspecify.annotations.NullMarked;
