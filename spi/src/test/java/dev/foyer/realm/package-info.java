@NullMarked
package dev.foyer.realm;

import org.jspecify.annotations.NullMarked;
