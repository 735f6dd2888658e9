@NullMarked
package dev.foyer.invitation.email;

import org.jspecify.annotations.NullMarked;
