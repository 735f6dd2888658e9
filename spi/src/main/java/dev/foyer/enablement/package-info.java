/** Enablement: customer accounts switched on in a realm with all that they need, or off without a trace but their data. */
@NullMarked
package dev.foyer.enablement;

import org.jspecify.annotations.NullMarked;
