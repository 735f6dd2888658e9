/** What Foyer does, proved on a real Keycloak server and in a real browser. */
@NullMarked
package dev.foyer.tests;

import org.jspecify.annotations.NullMarked;
