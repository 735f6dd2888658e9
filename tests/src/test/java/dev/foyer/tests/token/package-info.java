/** What tokens and assertions tell of the account, however an application comes by them. */
@NullMarked
package dev.foyer.tests.token;

import org.jspecify.annotations.NullMarked;
