/** The membership feature wired for one request. */
@NullMarked
package dev.foyer.membership.keycloak;

import org.jspecify.annotations.NullMarked;
