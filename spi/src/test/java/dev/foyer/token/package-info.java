@NullMarked
package dev.foyer.token;

import org.jspecify.annotations.NullMarked;
