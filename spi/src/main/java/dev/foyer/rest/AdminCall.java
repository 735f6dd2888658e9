package dev.foyer.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.foyer.Reason;
import dev.foyer.Refusal;
import dev.foyer.Refusal.Parameter;
import dev.foyer.idempotency.Attempts;
import dev.foyer.idempotency.Attempts.Created;
import dev.foyer.invitation.Inviter;
import dev.foyer.keycloak.Foyer;
import dev.foyer.keycloak.People;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** One request to the admin API: who calls, in which realm, and how to answer. */
public final class AdminCall {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final int MAX_KEY = 255;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;
    private final AdminEventBuilder adminEvent;

    public AdminCall(
            KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent) {
        this.session = session;
        this.realm = realm;
        this.auth = auth;
        this.adminEvent = adminEvent;
    }

    public CustomerAdmins admins() {
        return new CustomerAdmins(auth, realm);
    }

    public Foyer foyer() {
        return Foyer.of(session);
    }

    public HttpHeaders headers() {
        return session.getContext().getHttpRequest().getHttpHeaders();
    }

    public UriInfo uri() {
        return session.getContext().getUri();
    }

    /** A user of the realm whom the caller may see among Keycloak's users. */
    public Optional<UserModel> visibleUser(@Nullable String userId) {
        return Optional.ofNullable(userId)
                .map(id -> session.users().getUserById(realm, id))
                .filter(auth.users()::canView);
    }

    /**
     * The user accounts of people of customers, as the caller may create them.
     *
     * @throws Refusal {@code FORBIDDEN} if they shall be created and the caller may not
     */
    public <U> U users(boolean creating, UserFactory<U> factory) {
        if (creating && !auth.users().canManage()) {
            throw new Refusal(Reason.FORBIDDEN);
        }
        return factory.of(session, realm, auth, adminEvent);
    }

    /** The caller as somebody who invites people. */
    public Inviter inviter() {
        return People.inviter(auth.adminAuth().getRealm(), auth.adminAuth().getUser(), true);
    }

    /** Tells Keycloak's admin events. The representation is recorded if the realm asks for it. */
    public void report(OperationType operation, String resource, Object representation, String... path) {
        adminEvent
                .operation(operation)
                .resource(resource)
                .resourcePath(path)
                .representation(representation)
                .success();
    }

    /** A representation with its entity tag. */
    public Response answer(Object representation) {
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
    public Response create(JsonBody body, Supplier<Created> creation) {
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
        foyer().attempts(caller()).succeed(hash, created, now);
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
        return KeycloakModelUtils.runJobInTransactionWithResult(session.getKeycloakSessionFactory(), other -> {
            other.getContext().setRealm(other.realms().getRealm(realm.getId()));
            return work.apply(Foyer.of(other).attempts(caller()));
        });
    }

    private String caller() {
        return auth.adminAuth().getUser().getId();
    }

    /** Makes what works on Keycloak's users, out of what Keycloak gave this call. */
    @FunctionalInterface
    public interface UserFactory<U> {
        U of(KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent);
    }
}
