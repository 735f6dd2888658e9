/** The step of Keycloak's registration form that opens an account. */
@NullMarked
package dev.foyer.registration.login;

import org.jspecify.annotations.NullMarked;
