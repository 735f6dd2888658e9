/** What people do with their own accounts, outside of a sign-in. */
@NullMarked
package dev.foyer.selfservice;

import org.jspecify.annotations.NullMarked;
