/** The account in SAML 2.0 assertions. */
@NullMarked
package dev.foyer.token.saml;

import org.jspecify.annotations.NullMarked;
