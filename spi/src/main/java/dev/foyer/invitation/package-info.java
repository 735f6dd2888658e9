/** Invitations of people to customers: made, answered, and kept as history. */
@NullMarked
package dev.foyer.invitation;

import org.jspecify.annotations.NullMarked;
