package dev.foyer.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.Refusal;
import dev.foyer.Refusal.Parameter;
import dev.foyer.contacts.Actor;
import dev.foyer.contacts.keycloak.ContactServices;
import dev.foyer.customer.Customer;
import dev.foyer.customer.keycloak.CustomerServices;
import dev.foyer.idempotency.IdempotencyKeys;
import dev.foyer.idempotency.IdempotencyKeys.Created;
import dev.foyer.idempotency.IdempotencyReason;
import dev.foyer.idempotency.keycloak.IdempotencyServices;
import dev.foyer.invitation.InvitationOptions.Redirect;
import dev.foyer.invitation.InvitationReason;
import dev.foyer.keycloak.KeycloakClock;
import dev.foyer.keycloak.RedirectUris;
import dev.foyer.membership.keycloak.MembershipServices;
import dev.foyer.text.Digest;
import dev.foyer.text.StorableText;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
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
        requireStorable(uri());
    }

    /** Nothing is called what no database can hold, in a path or in a parameter. */
    private static void requireStorable(UriInfo uri) {
        if (!StorableText.isStorable(uri.getPath())) {
            throw Refusal.notFound();
        }
        uri.getQueryParameters()
                .forEach((name, values) ->
                        values.forEach(value -> RequestValues.parameter(name, value, StorableText::require)));
    }

    /** Who calls. */
    protected abstract UserModel caller();

    /** The caller as somebody who looks after the people of customers. */
    protected abstract Actor actor();

    /** The customers of the realm. */
    public final CustomerServices customers() {
        return new CustomerServices(session, realm);
    }

    /** @throws Refusal {@code NOT_FOUND} */
    public final Customer customer(String id) {
        return customers().customers().find(id).orElseThrow(Refusal::notFound);
    }

    /** Their memberships. */
    public final MembershipServices memberships() {
        return new MembershipServices(session, realm);
    }

    /** Contact management in the realm. */
    public final ContactServices contacts() {
        return new ContactServices(session, realm);
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
            throw new Refusal(InvitationReason.LANGUAGE_UNKNOWN);
        }
        return Locale.forLanguageTag(tag);
    }

    /** Whether people may be sent there. */
    public final boolean allows(Redirect redirect) {
        return new RedirectUris(session, realm)
                .find(redirect.clientId(), redirect.uri())
                .isPresent();
    }

    /** A representation with its entity tag. */
    public final Response answer(Object representation) {
        return Response.ok(representation).tag(EntityTags.of(representation)).build();
    }

    /** What {@link #create} has created. */
    public static Created created(String id, Object representation) {
        return new Created(id, EntityTags.header(representation));
    }

    /**
     * Creates something, once for each {@code Idempotency-Key} (draft-ietf-httpapi-idempotency-key-header-07). A request
     * without a key is carried out each time that it comes.
     *
     * @throws Refusal {@code IDEMPOTENCY_KEY_INVALID}, and as {@link IdempotencyKeys#begin}
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
            throw new Refusal(IdempotencyReason.IDEMPOTENCY_KEY_INVALID, MAX_KEY).at(new Parameter(IDEMPOTENCY_KEY));
        }
        String hash = Digest.of(key.getBytes(UTF_8));
        String request = Digest.of(uri().getPath().getBytes(UTF_8), new byte[1], body.bytes());
        Instant now = KeycloakClock.INSTANCE.instant();
        Optional<Created> earlier = apart(keys -> keys.begin(hash, request, now));
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Created created = attempt(hash, creation);
        // Together with what was created, or not at all.
        new IdempotencyServices(session, realm).keys(caller().getId()).succeed(hash, created, now);
        return created;
    }

    private Created attempt(String hash, Supplier<Created> creation) {
        try {
            return creation.get();
        } catch (RuntimeException failure) {
            apart(keys -> {
                keys.fail(hash);
                return Optional.empty();
            });
            throw failure;
        }
    }

    /** In a transaction of its own: others must see it before this one ends, and after it was undone. */
    private Optional<Created> apart(Function<IdempotencyKeys, Optional<Created>> work) {
        String callerId = caller().getId();
        return KeycloakModelUtils.runJobInTransactionWithResult(session.getKeycloakSessionFactory(), other -> {
            RealmModel same = other.realms().getRealm(realm.getId());
            other.getContext().setRealm(same);
            return work.apply(new IdempotencyServices(other, same).keys(callerId));
        });
    }
}
