/** What tokens say of the selected account, and how it stays with one family of tokens. */
@NullMarked
package dev.foyer.token;

import org.jspecify.annotations.NullMarked;
