/** Tokens wired for one request, and the client scope by which applications ask for the account. */
@NullMarked
package dev.foyer.token.keycloak;

import org.jspecify.annotations.NullMarked;
