/** An application that signs people in with OpenID Connect, as one built on a well-kept library would. */
@NullMarked
package dev.foyer.tests.oidc;

import org.jspecify.annotations.NullMarked;
