@NullMarked
package dev.foyer.invitation.keycloak;

import org.jspecify.annotations.NullMarked;
