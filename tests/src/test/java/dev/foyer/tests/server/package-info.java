/** One Keycloak process with Foyer's jars on a real database, started once for all tests. */
@NullMarked
package dev.foyer.tests.server;

import org.jspecify.annotations.NullMarked;
