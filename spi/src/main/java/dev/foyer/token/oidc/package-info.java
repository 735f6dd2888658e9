/**
 * The account in OpenID Connect tokens. The only package that leans on classes of Keycloak which change between its
 * releases (the module keycloak-services): an upgrade is read here first.
 */
@NullMarked
package dev.foyer.token.oidc;

import org.jspecify.annotations.NullMarked;
