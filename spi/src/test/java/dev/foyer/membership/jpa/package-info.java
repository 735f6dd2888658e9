@NullMarked
package dev.foyer.membership.jpa;

import org.jspecify.annotations.NullMarked;
