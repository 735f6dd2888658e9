package dev.foyer.representation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What of a customer is for admins to say: all of it when a customer is opened, any part of it in a merge patch.
 *
 * @param number the account ID; a new customer without one is given one by the realm's pattern
 * @param type {@code company} or {@code individual}
 * @param state {@code active}, unless given, or {@code inactive}
 * @param agency false unless given
 * @param secondFactorRequired whether members must have used a second factor to act for it; false unless given
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustomerDetails(
        @Nullable String number,
        @Nullable String name,
        @Nullable String type,
        @Nullable String state,
        @Nullable Boolean agency,
        @Nullable Boolean secondFactorRequired) {}
