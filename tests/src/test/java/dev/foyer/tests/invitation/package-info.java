/** Invitations on their way: the mail, its link, the answer, and the end of those that nobody answers. */
@NullMarked
package dev.foyer.tests.invitation;

import org.jspecify.annotations.NullMarked;
