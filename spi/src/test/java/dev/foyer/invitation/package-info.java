@NullMarked
package dev.foyer.invitation;

import org.jspecify.annotations.NullMarked;
