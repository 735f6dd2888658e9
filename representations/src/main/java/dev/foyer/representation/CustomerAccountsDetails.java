package dev.foyer.representation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How customer accounts shall stand in a realm.
 *
 * @param enabled true unless given; false for a pause, in which everything keeps its place
 * @param settings all of them; they stay as they are unless given
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustomerAccountsDetails(
        @Nullable Boolean enabled, @Nullable CustomerAccountsSettings settings) {}
