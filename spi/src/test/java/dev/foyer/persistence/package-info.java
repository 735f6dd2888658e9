@NullMarked
package dev.foyer.persistence;

import org.jspecify.annotations.NullMarked;
