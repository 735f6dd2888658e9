@NullMarked
package dev.foyer.transfer;

import org.jspecify.annotations.NullMarked;
