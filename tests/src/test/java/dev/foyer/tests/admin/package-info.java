/** The admin API and the self-service API as their callers see them. */
@NullMarked
package dev.foyer.tests.admin;

import org.jspecify.annotations.NullMarked;
