/** The pages of invitations: what the link in a mail opens, and the step of a sign-in that takes the answer. */
@NullMarked
package dev.foyer.invitation.login;

import org.jspecify.annotations.NullMarked;
