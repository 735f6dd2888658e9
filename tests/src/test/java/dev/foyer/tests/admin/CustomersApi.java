package dev.foyer.tests.admin;

import dev.foyer.tests.realm.TestRealm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The admin API of one realm, called by one admin. Paths begin with {@code /customers}. Every answer is checked. */
public final class CustomersApi {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String JSON = "application/json";

    private final URI realm;
    private final Supplier<@Nullable String> token;

    /** Called by the admin of all realms. */
    public static CustomersApi of(TestRealm realm) {
        return new CustomersApi(realm.api().realm(), () -> realm.api().token());
    }

    /** Called by somebody of the realm. */
    public static CustomersApi as(String username, TestRealm realm) {
        return new CustomersApi(realm.api().realm(), () -> realm.apiAs(username).token());
    }

    /** @param token an access token, or null for nobody */
    public CustomersApi(URI realm, Supplier<@Nullable String> token) {
        this.realm = realm;
        this.token = token;
    }

    /** The same caller at the administration of another realm. */
    public CustomersApi at(URI otherRealm) {
        return new CustomersApi(otherRealm, token);
    }

    public Answer get(String path) {
        return send("GET", path, null, null);
    }

    public Answer post(String path, String json, String... headers) {
        return send("POST", path, JSON, json, headers);
    }

    public Answer put(String path, String json) {
        return send("PUT", path, JSON, json);
    }

    public Answer patch(String path, String json, String... headers) {
        return send("PATCH", path, "application/merge-patch+json", json, headers);
    }

    public Answer delete(String path, String... headers) {
        return send("DELETE", path, null, null, headers);
    }

    /** Any request. */
    public Answer send(
            String method, String path, @Nullable String contentType, @Nullable String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(realm + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        String bearer = token.get();
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            Answer answer = new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
            OpenApi.check(method, path, answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
