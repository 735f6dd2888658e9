/** Text that people typed: made safe and comparable once, at the border, so that no other place has to. */
@NullMarked
package dev.foyer.text;

import org.jspecify.annotations.NullMarked;
