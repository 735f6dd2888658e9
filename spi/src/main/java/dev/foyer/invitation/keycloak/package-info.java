/** What Keycloak and its other extensions are told of invitations. */
@NullMarked
package dev.foyer.invitation.keycloak;

import org.jspecify.annotations.NullMarked;
