/** The admin API of memberships and of the permissions that they can have. */
@NullMarked
package dev.foyer.membership.rest;

import org.jspecify.annotations.NullMarked;
