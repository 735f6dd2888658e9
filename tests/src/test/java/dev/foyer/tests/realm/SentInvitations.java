package dev.foyer.tests.realm;

import dev.foyer.tests.server.Database;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Invitations whose mails have been sent, put into the database: their links are known here and nowhere else. */
public record SentInvitations(TestRealm realm, String inviter) {

    private static final long WEEK = Duration.ofDays(7).toMillis();

    /** Invites an address as a guest with billing and orders, and answers with the token of the link. */
    public String send(String number, String address) {
        return send(number, address, null, null);
    }

    /**
     * The same for a user, with an application to go on to.
     *
     * @param user the username of the user whose address it was
     * @param redirect an address of the application {@code app}
     */
    public String send(String number, String address, @Nullable String user, @Nullable String redirect) {
        long now = Instant.now().toEpochMilli();
        String token = UUID.randomUUID() + "-" + UUID.randomUUID();
        String membership = UUID.randomUUID().toString();
        String customer = realm.accounts().id(number);
        update(
                "insert into foyer_membership (id, customer_id, kind, state, email, created_at, version)"
                        + " values (?, ?, 'GUEST', 'INVITE_SENT', ?, ?, 0)",
                membership,
                customer,
                address,
                now);
        for (String permission : List.of("billing", "orders")) {
            update(
                    "insert into foyer_membership_permission (membership_id, permission) values (?, ?)",
                    membership,
                    permission);
        }
        String realmId = realm.admin().toRepresentation().getId();
        update(
                "insert into foyer_invitation (id, realm_id, customer_id, membership_id, open_for, state, token_hash,"
                        + " address, user_id, inviter_realm_id, inviter_id, inviter_staff, inviter_name, message,"
                        + " redirect_client, redirect_uri, created_at, expires_at, version)"
                        + " values (?, ?, ?, ?, ?, 'SENT', ?, ?, ?, ?, ?, false, 'Ines Rossi', ?, ?, ?, ?, ?, 0)",
                UUID.randomUUID().toString(),
                realmId,
                customer,
                membership,
                membership,
                hash(token),
                address,
                user == null ? null : realm.userId(user),
                realmId,
                realm.userId(inviter),
                "Welcome <b>aboard</b>!\nInes",
                redirect == null ? null : "app",
                redirect,
                now,
                now + WEEK);
        return token;
    }

    /** The link in the mail. */
    public String link(String token) {
        return realm.server()
                .url("/realms/" + realm.name() + "/customer-accounts/invitation/" + token)
                .toString();
    }

    /** The state of the invitation and of its membership. */
    public String state(String token) {
        return database()
                .column(
                        "select i.state || ' ' || m.state || ' ' || i.version from foyer_invitation i"
                                + " join foyer_membership m on m.id = i.membership_id where i.token_hash = ?",
                        hash(token))
                .get(0);
    }

    /** Changes the invitation as time or its inviter would. */
    public void set(String token, String column, Object value) {
        update("update foyer_invitation set " + column + " = ? where token_hash = ?", value, hash(token));
    }

    /** Every place in the database where Keycloak keeps the notes of sessions. */
    public List<String> sessionNotes() {
        return database().column("select data from offline_client_session");
    }

    private void update(String sql, @Nullable Object... parameters) {
        database().update(sql, parameters);
    }

    private Database database() {
        return realm.server().database();
    }

    private static String hash(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
