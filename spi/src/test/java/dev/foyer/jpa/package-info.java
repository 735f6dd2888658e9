@NullMarked
package dev.foyer.jpa;

import org.jspecify.annotations.NullMarked;
