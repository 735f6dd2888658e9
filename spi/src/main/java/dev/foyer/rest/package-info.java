/** What the HTTP adapters of all features share: problems as RFC 9457 has them, in the language of the reader. */
@NullMarked
package dev.foyer.rest;

import org.jspecify.annotations.NullMarked;
