package dev.foyer.representation;

import org.jspecify.annotations.Nullable;

/**
 * A page of an application.
 *
 * @param clientId the application
 * @param uri one of the redirect URIs that are registered for it
 */
public record RedirectRepresentation(
        @Nullable String clientId, @Nullable String uri) {}
