@NullMarked
package dev.foyer.enablement;

import org.jspecify.annotations.NullMarked;
