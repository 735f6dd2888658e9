@NullMarked
package dev.foyer.customer;

import org.jspecify.annotations.NullMarked;
