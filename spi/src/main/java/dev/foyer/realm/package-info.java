/** What concerns a realm as a whole: switching customer accounts on and off, bringing its customers in from a file. */
@NullMarked
package dev.foyer.realm;

import org.jspecify.annotations.NullMarked;
