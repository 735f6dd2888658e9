@NullMarked
package dev.foyer.mailbox.web;

import org.jspecify.annotations.NullMarked;
