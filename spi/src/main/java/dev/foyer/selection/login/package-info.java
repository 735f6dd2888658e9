/** The selection as a step of Keycloak's sign-in: a required action with its pages. */
@NullMarked
package dev.foyer.selection.login;

import org.jspecify.annotations.NullMarked;
