package dev.foyer.tests.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.tests.realm.Accounts;
import dev.foyer.tests.realm.TestRealm;
import dev.foyer.tests.server.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What belonged to a realm or a user goes when they go: an id that comes again finds nothing of its past. */
class CleanUpIT {
    @RegisterExtension
    static final TestRealm realm = new TestRealm()
            .user("anna", "Anna", "Rossi")
            .user("bruno", "Bruno", "Verdi")
            .customers("""
                    {"permissions": ["print-approval"],
                     "customers": [{"number": "C-1", "name": "Acme", "type": "company", "contactTypes": ["Prepress"],
                      "members": [{"kind": "owner", "user": "anna", "contactTypes": ["Customer", "Prepress"]},
                                  {"kind": "contact", "user": "bruno", "permissions": ["print-approval"]}]}]}""");

    @Test
    void aUserTakesTheirMembershipsAndARealmTakesEverything() {
        Accounts accounts = realm.accounts();
        Database database = realm.server().database();
        String anna = realm.userId("anna");
        String bruno = realm.userId("bruno");
        assertThat(accounts.memberIds()).containsExactlyInAnyOrder(anna, bruno);
        String customer = accounts.id("C-1");

        realm.admin().users().delete(bruno).close();
        assertThat(accounts.memberIds()).containsExactly(anna);

        realm.admin().remove();
        try {
            assertThat(database.column("select id from foyer_customer where realm_id = ?", accounts.realm()))
                    .isEmpty();
            assertThat(database.column("select permission from foyer_permission where realm_id = ?", accounts.realm()))
                    .isEmpty();
            assertThat(database.column("select id from foyer_membership where customer_id = ?", customer))
                    .isEmpty();
            assertThat(database.column("select id from foyer_contact_type where customer_id = ?", customer))
                    .isEmpty();
            assertThat(database.column(
                            "select membership_id from foyer_membership_permission where membership_id not in"
                                    + " (select id from foyer_membership)"))
                    .isEmpty();
        } finally {
            realm.recreate();
        }
    }
}
