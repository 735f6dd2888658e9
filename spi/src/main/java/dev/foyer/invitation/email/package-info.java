/** The mails about invitations, and what else the clock does to them. */
@NullMarked
package dev.foyer.invitation.email;

import org.jspecify.annotations.NullMarked;
