package dev.foyer.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.Reason;
import dev.foyer.Refusal;
import dev.foyer.Refusal.Parameter;
import dev.foyer.idempotency.Attempts;
import dev.foyer.idempotency.Attempts.Created;
import dev.foyer.invitation.Letter.Redirect;
import dev.foyer.keycloak.Foyer;
import dev.foyer.text.Digest;
import dev.foyer.token.oidc.RedirectList;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** One request to an API: who calls, in which realm, and how to answer. */
public abstract class Call {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final int MAX_KEY = 255;

    protected final KeycloakSession session;
    protected final RealmModel realm;

    protected Call(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Who calls. */
    protected abstract UserModel caller();

    public final Foyer foyer() {
        return Foyer.of(session, realm);
    }

    public final HttpHeaders headers() {
        return session.getContext().getHttpRequest().getHttpHeaders();
    }

    public final UriInfo uri() {
        return session.getContext().getUri();
    }

    /**
     * A language of the realm.
     *
     * @throws Refusal {@code LANGUAGE_UNKNOWN} if it is not one
     */
    public final Locale language(String tag) {
        if (realm.getSupportedLocalesStream().noneMatch(tag::equals)) {
            throw new Refusal(Reason.LANGUAGE_UNKNOWN);
        }
        return Locale.forLanguageTag(tag);
    }

    /** Whether people may be sent there. */
    public final boolean allows(Redirect redirect) {
        return new RedirectList(session, realm)
                .find(redirect.clientId(), redirect.uri())
                .isPresent();
    }

    /** A representation with its entity tag. */
    public final Response answer(Object representation) {
        return Response.ok(representation)
                .header(HttpHeaders.ETAG, EntityTag.of(representation))
                .build();
    }

    /**
     * Creates something, once for each {@code Idempotency-Key} (draft-ietf-httpapi-idempotency-key-header-07). A request
     * without a key is carried out each time that it comes.
     *
     * @throws Refusal {@code IDEMPOTENCY_KEY_INVALID}, and as {@link Attempts#begin}
     */
    public final Response create(JsonBody body, Supplier<Created> creation) {
        String key = headers().getHeaderString(IDEMPOTENCY_KEY);
        Created created = key == null ? creation.get() : once(key, body, creation);
        return Response.created(
                        uri().getAbsolutePathBuilder().path(created.id()).build())
                .header(HttpHeaders.ETAG, created.tag())
                .build();
    }

    private Created once(String key, JsonBody body, Supplier<Created> creation) {
        if (!key.matches("[\\x20-\\x7E]{1," + MAX_KEY + "}")) {
            throw new Refusal(Reason.IDEMPOTENCY_KEY_INVALID, MAX_KEY).at(new Parameter(IDEMPOTENCY_KEY));
        }
        String hash = Digest.of(key.getBytes(UTF_8));
        String request = Digest.of(uri().getPath().getBytes(UTF_8), new byte[1], body.bytes());
        long now = foyer().clock().millis();
        Optional<Created> earlier = apart(attempts -> attempts.begin(hash, request, now));
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Created created = attempt(hash, creation);
        // Together with what was created, or not at all.
        foyer().attempts(caller().getId()).succeed(hash, created, now);
        return created;
    }

    private Created attempt(String hash, Supplier<Created> creation) {
        try {
            return creation.get();
        } catch (RuntimeException failure) {
            apart(attempts -> {
                attempts.fail(hash);
                return Optional.empty();
            });
            throw failure;
        }
    }

    /** In a transaction of its own: others must see it before this one ends, and after it was undone. */
    private Optional<Created> apart(Function<Attempts, Optional<Created>> work) {
        String callerId = caller().getId();
        return KeycloakModelUtils.runJobInTransactionWithResult(session.getKeycloakSessionFactory(), other -> {
            other.getContext().setRealm(other.realms().getRealm(realm.getId()));
            return work.apply(Foyer.of(other).attempts(callerId));
        });
    }
}
