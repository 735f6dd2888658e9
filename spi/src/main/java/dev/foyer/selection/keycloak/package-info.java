/** The selection wired for one request: what clients and realms have set for it, and how its outcome reaches a device. */
@NullMarked
package dev.foyer.selection.keycloak;

import org.jspecify.annotations.NullMarked;
