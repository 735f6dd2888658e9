/** The admin API of customers for Java: {@code keycloak.proxy(FoyerResource.class, server)}. */
@NullMarked
package dev.foyer.client;

import org.jspecify.annotations.NullMarked;
