package dev.foyer.representation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A permission that a realm adds to the built-in ones.
 *
 * @param key 1 to 64 lower-case letters a-z, digits and hyphens, beginning with a letter
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PermissionDetails(@Nullable String key) {}
