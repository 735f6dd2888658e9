@NullMarked
package dev.foyer.registration;

import org.jspecify.annotations.NullMarked;
