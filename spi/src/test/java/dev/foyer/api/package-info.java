@NullMarked
package dev.foyer.api;

import org.jspecify.annotations.NullMarked;
