/** Mails as the demo keeps them: files in a folder, read as their reader sees them. */
@NullMarked
package dev.foyer.mailbox;

import org.jspecify.annotations.NullMarked;
