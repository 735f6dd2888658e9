/** An application that signs people in with SAML 2.0. */
@NullMarked
package dev.foyer.tests.saml;

import org.jspecify.annotations.NullMarked;
