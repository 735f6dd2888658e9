/** Contact management wired for one request. */
@NullMarked
package dev.foyer.contacts.keycloak;

import org.jspecify.annotations.NullMarked;
