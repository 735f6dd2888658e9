/** The realm that customers are imported into and exported from. */
@NullMarked
package dev.foyer.transfer.keycloak;

import org.jspecify.annotations.NullMarked;
