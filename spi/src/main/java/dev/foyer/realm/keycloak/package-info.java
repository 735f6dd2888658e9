/** What a realm of Keycloak has for customer accounts: its client scope, its required action and its roles. */
@NullMarked
package dev.foyer.realm.keycloak;

import org.jspecify.annotations.NullMarked;
