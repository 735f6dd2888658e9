@NullMarked
package dev.foyer.enablement.jpa;

import org.jspecify.annotations.NullMarked;
