@NullMarked
package dev.foyer.feature;

import org.jspecify.annotations.NullMarked;
