@NullMarked
package dev.foyer.enablement.keycloak;

import org.jspecify.annotations.NullMarked;
