@NullMarked
package dev.foyer.invitation.jpa;

import org.jspecify.annotations.NullMarked;
