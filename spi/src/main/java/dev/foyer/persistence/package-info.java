/** What the database adapters of all features share: lists paged by key, constraints that speak as refusals, and the planner's statistics. */
@NullMarked
package dev.foyer.persistence;

import org.jspecify.annotations.NullMarked;
