package dev.foyer.tests.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foyer.tests.oidc.Callback;
import dev.foyer.tests.oidc.OidcClient;
import dev.foyer.tests.server.KeycloakServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.util.JsonSerialization;

/**
 * A realm that lives as long as a test class: the shipped demo realm under a name of its own, with people and
 * applications for tests instead of the demo's. Register it as a static extension.
 *
 * <p>The applications are {@code app} and {@code app2}, which have a secret, and {@code spa}, which has none.
 */
public final class TestRealm implements BeforeAllCallback, AfterAllCallback {
    private static final String SPA = "spa";

    private final KeycloakServer server;
    private final Supplier<RealmRepresentation> origin;
    private final String name = "test-" + UUID.randomUUID();
    private final List<UserRepresentation> users = new ArrayList<>();
    private final List<String> imports = new ArrayList<>();
    private final List<Consumer<RealmRepresentation>> settings = new ArrayList<>();

    public TestRealm() {
        this(KeycloakServer.shared(), TestRealm::demo);
    }

    private TestRealm(KeycloakServer server, Supplier<RealmRepresentation> origin) {
        this.server = server;
        this.origin = origin;
    }

    /** Such a realm on a server of its own. */
    public static TestRealm on(KeycloakServer server) {
        return new TestRealm(server, TestRealm::demo);
    }

    /** A realm as Keycloak makes it, without customer accounts. */
    public static TestRealm plain() {
        return new TestRealm(KeycloakServer.shared(), RealmRepresentation::new);
    }

    /** The same realm as it would be if there were no Foyer, on a server that has none. */
    public static TestRealm withoutFoyer(KeycloakServer server) {
        return new TestRealm(server, TestRealm::demo).with(realm -> {
            realm.getAttributes().remove("foyer.enabled");
            realm.setClientScopes(null);
            realm.setDefaultDefaultClientScopes(null);
        });
    }

    /** Adds a person whose password is the username. */
    public TestRealm user(
            String username, String firstName, String lastName, CredentialRepresentation... otherCredentials) {
        UserRepresentation user = representation(username, firstName, lastName, otherCredentials);
        user.setRealmRoles(List.of("default-roles-" + name));
        users.add(user);
        return this;
    }

    /** Adds a person to the realm as it is now. */
    public void addUser(String username, String firstName, String lastName) {
        admin().users().create(representation(username, firstName, lastName)).close();
    }

    private static UserRepresentation representation(
            String username, String firstName, String lastName, CredentialRepresentation... otherCredentials) {
        UserRepresentation user = new UserRepresentation();
        user.setUsername(username);
        user.setFirstName(firstName);
        user.setLastName(lastName);
        user.setEmail(username + "@example.com");
        user.setEmailVerified(true);
        user.setEnabled(true);
        List<CredentialRepresentation> credentials = new ArrayList<>(List.of(otherCredentials));
        credentials.add(password(username));
        user.setCredentials(credentials);
        return user;
    }

    /** The password of a person. */
    public static CredentialRepresentation password(String username) {
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType(CredentialRepresentation.PASSWORD);
        password.setValue(username);
        return password;
    }

    /** Adds what the import takes as JSON, once the people are there. */
    public TestRealm customers(String json) {
        imports.add(json);
        return this;
    }

    /** Changes what the realm is created from. */
    public TestRealm with(Consumer<RealmRepresentation> setting) {
        settings.add(setting);
        return this;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        recreate();
    }

    /** Creates the realm, again if a test removed it. */
    public void recreate() {
        RealmRepresentation realm = origin.get();
        realm.setRealm(name);
        realm.setEnabled(true);
        realm.setUsers(users);
        realm.setClients(List.of(client("app"), client("app2"), client(SPA)));
        settings.forEach(setting -> setting.accept(realm));
        server().admin().realms().create(realm);
        imports.forEach(this::importCustomers);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        admin().remove();
    }

    public String name() {
        return name;
    }

    public KeycloakServer server() {
        return server;
    }

    public RealmResource admin() {
        return server().admin().realm(name);
    }

    /** Changes the realm's settings. */
    public void configure(Consumer<RealmRepresentation> change) {
        RealmRepresentation realm = admin().toRepresentation();
        change.accept(realm);
        admin().update(realm);
    }

    /** Changes the settings of one of its applications. */
    public void configure(String id, Consumer<ClientRepresentation> change) {
        ClientRepresentation client = admin().clients().findByClientId(id).get(0);
        change.accept(client);
        admin().clients().get(client.getId()).update(client);
    }

    /**
     * Sets something of customer accounts, which are enabled by it unless they are just switched off.
     *
     * @param attribute the realm attribute in which it is read, such as {@code foyer.staff-entry}
     * @param value an empty text for what holds by default
     */
    public void set(String attribute, String value) {
        HttpResponse<String> response = api().put("/customer-accounts", changed(attribute, value));
        if (response.statusCode() != 200) {
            throw new IllegalStateException(attribute + ": " + response.statusCode() + " " + response.body());
        }
    }

    private String changed(String attribute, String value) {
        ObjectNode accounts = (ObjectNode) AdminApi.json(api().call("GET", "/customer-accounts"));
        accounts.remove(List.of("added", "missing"));
        String member = Pattern.compile("-(.)")
                .matcher(attribute.substring("foyer.".length()))
                .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
        ObjectNode home = member.equals("enabled") ? accounts : accounts.withObject("/settings");
        if (value.isEmpty()) {
            home.remove(member);
        } else if (home.get(member).isTextual()) {
            home.put(member, value);
        } else {
            home.set(
                    member,
                    home.get(member).isBoolean()
                            ? BooleanNode.valueOf(Boolean.parseBoolean(value))
                            : LongNode.valueOf(Long.parseLong(value)));
        }
        return accounts.toString();
    }

    /** Sets an attribute of an application. */
    public void setClient(String id, String attribute, String value) {
        configure(id, client -> client.getAttributes().put(attribute, value));
    }

    /** Names another application as an audience of the tokens of one, so that it may exchange them. */
    public void addAudience(String id, String audience) {
        ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
        mapper.setName("audience " + audience);
        mapper.setProtocol("openid-connect");
        mapper.setProtocolMapper("oidc-audience-mapper");
        mapper.setConfig(Map.of("included.client.audience", audience, "access.token.claim", "true"));
        admin().clients()
                .get(clientId(id))
                .getProtocolMappers()
                .createMapper(mapper)
                .close();
    }

    /** A person of the realm. */
    public UserResource person(String username) {
        return admin().users().get(userId(username));
    }

    /** The id of the user with this username. */
    public String userId(String username) {
        return admin().users().searchByUsername(username, true).get(0).getId();
    }

    /** The realm's customers and memberships. */
    public Accounts accounts() {
        return new Accounts(server().database(), admin().toRepresentation().getId());
    }

    /** One of the realm's applications. */
    public OidcClient application(String id) {
        return new OidcClient(server().url("/realms/" + name), id, id.equals(SPA) ? null : secret(id), Callback.of(id));
    }

    /** Imports customers and answers with the summary. */
    public JsonNode importCustomers(String json) {
        HttpResponse<String> response = post("/customers/import", "application/json", json);
        if (response.statusCode() != 200) {
            throw new IllegalStateException("Import: " + response.statusCode() + " " + response.body());
        }
        return AdminApi.json(response);
    }

    /** Posts to a path of this realm's administration, as an administrator. */
    public HttpResponse<String> post(String path, String contentType, String body) {
        AdminApi api = api();
        return api.send(api.post(path, contentType, BodyPublishers.ofString(body)), BodyHandlers.ofString());
    }

    /** The administration as an administrator of all realms. */
    public AdminApi api() {
        return api(server().admin().tokenManager().getAccessTokenString());
    }

    /** The administration for whoever has this token, or no token. */
    public AdminApi api(@Nullable String token) {
        return new AdminApi(server().url("/admin/realms/" + name), token);
    }

    /** The administration for somebody of the realm. */
    public AdminApi apiAs(String username) {
        return apiAs(username, "admin-cli");
    }

    /** The administration for somebody of the realm by a public client. */
    public AdminApi apiAs(String username, String client) {
        OidcClient application = new OidcClient(server().url("/realms/" + name), client, null, Callback.of(client));
        Object token = application
                .token(Map.of("grant_type", "password", "username", username, "password", username))
                .get("access_token");
        return api(String.valueOf(token));
    }

    /** Makes somebody of the realm hold a role of the realm's administration, such as {@code manage-customers}. */
    public void appoint(String username, String role) {
        String management = clientId("realm-management");
        admin().users()
                .get(admin().users().searchByUsername(username, true).get(0).getId())
                .roles()
                .clientLevel(management)
                .add(List.of(admin().clients().get(management).roles().get(role).toRepresentation()));
    }

    /** The id by which the administration knows a client. */
    public String clientId(String client) {
        return admin().clients().findByClientId(client).get(0).getId();
    }

    private static RealmRepresentation demo() {
        try (InputStream json = TestRealm.class.getResourceAsStream("/demo-realm.json")) {
            return JsonSerialization.readValue(json, RealmRepresentation.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClientRepresentation client(String id) {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(id);
        client.setPublicClient(id.equals(SPA));
        client.setSecret(secret(id));
        client.setDirectAccessGrantsEnabled(true);
        client.setImplicitFlowEnabled(true);
        client.setRedirectUris(List.of(Callback.of(id).toString()));
        // It asks about its own tokens, which do not name it as their audience.
        client.setAttributes(Map.of(
                "allow.token.introspection.without.audience.check", "true",
                "oauth2.device.authorization.grant.enabled", "true",
                "standard.token.exchange.enabled", String.valueOf(!id.equals(SPA))));
        return client;
    }

    private static String secret(String client) {
        return client + "-secret";
    }
}
