/** People of a customer are registered, invited and looked after, by admins and by members themselves. */
@NullMarked
package dev.foyer.tests.contacts;

import org.jspecify.annotations.NullMarked;
