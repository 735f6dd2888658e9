/** The admin API of invitations. */
@NullMarked
package dev.foyer.invitation.rest;

import org.jspecify.annotations.NullMarked;
