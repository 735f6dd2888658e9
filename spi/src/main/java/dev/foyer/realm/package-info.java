/** What concerns a realm as a whole: switching customer accounts on and off, bringing customers in from a file and out. */
@NullMarked
package dev.foyer.realm;

import org.jspecify.annotations.NullMarked;
