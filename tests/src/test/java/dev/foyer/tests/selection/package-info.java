/** Which account a sign-in is for, when a person is asked, and what the account stays bound to. */
@NullMarked
package dev.foyer.tests.selection;

import org.jspecify.annotations.NullMarked;
