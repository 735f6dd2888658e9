/** What travels over the admin API of customers: the same records on both ends. */
@NullMarked
package dev.foyer.client.representation;

import org.jspecify.annotations.NullMarked;
