package dev.foyer.tests.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.keycloak.util.JsonSerialization;

/** What an API answered. */
public record Answer(HttpResponse<String> response) {

    public int status() {
        return response.statusCode();
    }

    public String text() {
        return response.body();
    }

    public JsonNode json() {
        try {
            return text().isEmpty() ? MissingNode.getInstance() : JsonSerialization.readValue(text(), JsonNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A member of every item of a list. */
    public List<String> each(String member) {
        return StreamSupport.stream(json().spliterator(), false)
                .map(item -> item.get(member).asText())
                .toList();
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElseThrow();
    }

    public String etag() {
        return header("ETag");
    }

    /** The id at the end of {@code Location}. */
    public String id() {
        String location = header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** Where the next page is, with its query; null on the last one. */
    public @Nullable String next() {
        return response.headers()
                .firstValue("Link")
                .map(link ->
                        link.substring(0, link.indexOf('>')).replaceFirst(".*/realms/[^/]+(/customer-accounts)?", ""))
                .orElse(null);
    }

    /** Asserts that it is this problem and no other. */
    public Answer assertProblem(int status, String reason) {
        assertThat(text()).contains("tag:foyer.dev,2026:" + reason + "\"");
        assertThat(status()).isEqualTo(status);
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        return this;
    }

    public Answer assertStatus(int status) {
        assertThat(status()).as(text()).isEqualTo(status);
        return this;
    }
}
