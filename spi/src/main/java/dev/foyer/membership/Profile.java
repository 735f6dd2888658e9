package dev.foyer.membership;

import org.jspecify.annotations.Nullable;

/** What a user account says of its person at this moment, in whatever letters Keycloak allows. */
public record Profile(
        String username,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String email) {}
