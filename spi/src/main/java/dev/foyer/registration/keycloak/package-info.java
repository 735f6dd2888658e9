/** Registration wired for one request. */
@NullMarked
package dev.foyer.registration.keycloak;

import org.jspecify.annotations.NullMarked;
