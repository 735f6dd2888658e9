package dev.foyer.tests.realm;

import dev.foyer.tests.server.Database;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The customers and memberships of a test realm, looked at and changed in the database as another node would. */
public record Accounts(Database database, String realm) {

    /** The id of the customer with this account ID. */
    public String id(String number) {
        return database.column("select id from foyer_customer where realm_id = ? and number = ?", realm, number)
                .get(0);
    }

    /** Makes the account one for those who have used a second factor, or for everybody again. */
    public void requireSecondFactor(String number, boolean required) {
        database.update("update foyer_customer set second_factor_required = " + required + " where id = ?", id(number));
    }

    /** The id of a user's membership in a customer. */
    public String membership(String customerId, String userId) {
        return database.column(
                        "select id from foyer_membership where customer_id = ? and user_id = ?", customerId, userId)
                .get(0);
    }

    /** The id of the contact type that a customer always has. */
    public String permanentType(String customerId) {
        return database.column("select id from foyer_contact_type where customer_id = ? and permanent", customerId)
                .get(0);
    }

    public void deactivate(String number) {
        setState("update foyer_customer set state = ? where id = ?", "INACTIVE", number);
    }

    public void activate(String number) {
        setState("update foyer_customer set state = ? where id = ?", "ACTIVE", number);
    }

    /** Suspends the memberships of everybody in the account. */
    public void suspend(String number) {
        setState("update foyer_membership set state = ? where customer_id = ?", "INACTIVE", number);
    }

    public void resume(String number) {
        setState("update foyer_membership set state = ? where customer_id = ?", "ACTIVE", number);
    }

    /** Makes the realm forget which accounts its people used last. */
    public void forgetSelections() {
        database.update(
                "update foyer_membership set last_selected_at = null where customer_id in"
                        + " (select id from foyer_customer where realm_id = ?)",
                realm);
    }

    /** The users with a membership in the realm. */
    public List<String> memberIds() {
        return database.column(
                "select m.user_id from foyer_membership m join foyer_customer c on c.id = m.customer_id where c.realm_id = ?",
                realm);
    }

    /** Import data: the user as guest of this many customers, Firm 0001, Firm 0002 and so on. */
    public static String guestOfMany(String user, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> """
                        {"number": "F-%1$04d", "name": "Firm %1$04d", "type": "company",
                         "members": [{"kind": "guest", "user": "%2$s"}]}""".formatted(i, user))
                .collect(Collectors.joining(",", "{\"customers\": [", "]}"));
    }

    private void setState(String sql, String state, String number) {
        database.update(sql, state, id(number));
    }
}
