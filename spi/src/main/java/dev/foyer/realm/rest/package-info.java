/** The admin API of a realm as a whole. */
@NullMarked
package dev.foyer.realm.rest;

import org.jspecify.annotations.NullMarked;
