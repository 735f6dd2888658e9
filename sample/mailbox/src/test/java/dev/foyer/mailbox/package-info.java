@NullMarked
package dev.foyer.mailbox;

import org.jspecify.annotations.NullMarked;
