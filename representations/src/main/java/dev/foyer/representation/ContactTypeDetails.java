package dev.foyer.representation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** What of a contact type is to say. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactTypeDetails(@Nullable String name) {}
