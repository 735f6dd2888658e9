/** Shows the mails in a browser, and to scripts. */
@NullMarked
package dev.foyer.mailbox.web;

import org.jspecify.annotations.NullMarked;
