/** What a feature of Foyer declares to Keycloak and its database, and how the features are found. */
@NullMarked
package dev.foyer.feature;

import org.jspecify.annotations.NullMarked;
