@NullMarked
package dev.foyer.text;

import org.jspecify.annotations.NullMarked;
