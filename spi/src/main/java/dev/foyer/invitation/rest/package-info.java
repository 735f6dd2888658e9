/** The admin API of invitations, and what the self-service API shares with it. */
@NullMarked
package dev.foyer.invitation.rest;

import org.jspecify.annotations.NullMarked;
