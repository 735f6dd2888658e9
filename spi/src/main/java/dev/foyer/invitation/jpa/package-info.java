/** Invitations and their mails in the database. Entities never leave this package. */
@NullMarked
package dev.foyer.invitation.jpa;

import org.jspecify.annotations.NullMarked;
