@NullMarked
package dev.foyer.keycloak;

import org.jspecify.annotations.NullMarked;
