/** Takes mails from whoever sends them. */
@NullMarked
package dev.foyer.mailbox.smtp;

import org.jspecify.annotations.NullMarked;
