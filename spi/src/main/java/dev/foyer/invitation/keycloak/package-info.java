/** Invitations wired for one request; what Keycloak, its timer and its other extensions have to do with them. */
@NullMarked
package dev.foyer.invitation.keycloak;

import org.jspecify.annotations.NullMarked;
