package dev.foyer.representation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** What of a customer is for its owners to say, in a merge patch. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountDetails(@Nullable String name) {}
