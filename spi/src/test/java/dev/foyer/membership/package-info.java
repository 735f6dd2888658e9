@NullMarked
package dev.foyer.membership;

import org.jspecify.annotations.NullMarked;
