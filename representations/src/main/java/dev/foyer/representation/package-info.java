/** What travels over the HTTP APIs: the same records on both ends. */
@NullMarked
package dev.foyer.representation;

import org.jspecify.annotations.NullMarked;
