package dev.foyer.transfer;

import static dev.foyer.transfer.ImportFixture.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.membership.Permission;
import dev.foyer.membership.PermissionCatalogue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonImportTest {

    private final ImportFixture realm = new ImportFixture();

    @Test
    void aCustomerHoldsItsMembersInAnyOrderOfFields() {
        ImportReport report = realm.json("""
                {
                  "customers": [
                    {
                      "members": [
                        {"user": "anna", "kind": "owner", "permissions": []},
                        {"kind": "contact", "email": "luca@acme.it", "phone": null, "permissions": ["own"],
                         "contactTypes": ["Purchasing", "Customer"]}
                      ],
                      "contactTypes": ["Purchasing", "Empty"],
                      "agency": true, "secondFactorRequired": true,
                      "type": "company",
                      "name": "Acme",
                      "number": "C-1"
                    },
                    {"name": "Bruno", "type": "individual", "state": "inactive", "members": []}
                  ],
                  "permissions": ["own", "billing"]
                }
                """);

        assertThat(report).isEqualTo(new ImportReport(3, 2, 2, 2, 1, List.of(), 0));
        assertThat(realm.catalogue()).isEqualTo(PermissionCatalogue.BUILT_IN.with(List.of(new Permission("own"))));
        assertThat(realm.memberByUser("C-1", "anna").permissions()).isEmpty();
        assertThat(realm.memberByEmail("C-1", "luca@acme.it").contactTypes()).hasSize(2);
        assertThat(realm.customer("C-1").agency()).isTrue();
        assertThat(realm.customer("C-1").secondFactorRequired()).isTrue();
    }

    @Test
    void neitherStaffNorWhoImportsBecomesAPersonOfACustomer() {
        realm.appoint("anna");

        ImportReport report = realm.json("""
                {"customers": [{"number": "C-1", "name": "Acme", "type": "company",
                  "members": [
                    {"kind": "owner", "user": "anna"},
                    {"kind": "contact", "email": "Importer@Staff.example"},
                    {"kind": "contact", "user": "bruno"}]}]}
                """);

        assertThat(problems(report)).containsExactly("3 USER staff-as-person", "4 EMAIL staff-as-person");
    }

    @Test
    void aContactTypeHasToBeListedByTheCustomer() {
        ImportReport report = realm.json("""
                {"customers": [{"number": "C-1", "name": "Acme", "type": "company", "contactTypes": ["Sales"],
                  "members": [
                    {"kind": "contact", "user": "anna",
                     "contactTypes": ["Sales", "Purchasing"]}]}]}
                """);

        assertThat(problems(report)).containsExactly("4 MEMBER_CONTACT_TYPES contact-type-unknown");
        assertThat(report.problems().get(0).location().pointer()).isEqualTo("/customers/0/members/0/contactTypes");
    }

    @Test
    void whatIsNotOfTheFormatIsToldWhereItStandsAndTheRestIsChecked() {
        ImportReport report = realm.json("""
                {"permissions": ["Own Permission", 7],
                 "customers": [
                  {"number": 1, "name": "Acme", "type": ["company"], "agency": "true"},
                  "Acme",
                  {"name": "Acme", "type": "company", "vat": {"country": "IT", "numbers": [1, 2]},
                   "members": [{"kind": "contact", "email": "nowhere", "roles": []}, null, []]},
                  {"name": "Acme", "type": "company", "members": {"kind": "owner"}, "contactTypes": ["a", {"b": 1}]},
                  {"name": "Acme", "type": "company", "contactTypes": "a", "members": [{"kind": "contact", "user": "zoe"}]}
                ]}
                """);

        assertThat(problems(report))
                .containsExactly(
                        "1 PERMISSIONS permission-invalid",
                        "1 null text-expected",
                        "3 NUMBER text-expected",
                        "3 TYPE text-expected",
                        "3 AGENCY flag-expected",
                        "4 null object-expected",
                        "5 null field-unknown",
                        "6 null field-unknown",
                        "6 null object-expected",
                        "6 null object-expected",
                        "6 EMAIL email-invalid",
                        "7 null list-expected",
                        "7 CONTACT_TYPES text-expected",
                        "8 CONTACT_TYPES list-expected",
                        "8 USER user-unknown");
    }

    @Test
    void aSyntaxErrorEndsTheReadingAfterWhatCameBefore() {
        ImportReport report = realm.json("""
                {"customers": [
                  {"number": "C-1", "name": "Acme", "type": "firm"},
                  {"number": "C-2", "name": "Acme" "type": "company"},
                  {"number": "C-3", "name": "Acme", "type": "firm"}
                ]}
                """);

        assertThat(problems(report)).containsExactly("2 TYPE value-not-allowed", "3 null file-malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"customers\": [",
                "{\"customers\": [{\"name\": \"A\", \"name\": \"B\"}]}",
                "{\"customers\": [], \"customers\": []}",
                "{\"customers\": []} x",
                "{\"customers\": []} {}",
                "{\"customers\": [],}",
                "{customers: []}",
                "{\"customers\": [{\"name\": \"A\nB\"}]}"
            })
    void whatIsNotJsonIsRefused(String text) {
        assertThat(realm.json(text).problems())
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem.refusal().reason().key()).isEqualTo("file-malformed"));
    }

    @Test
    void aByteOrderMarkIsNoError() {
        assertThat(problems(realm.json("\uFEFF{\"customers\": []}"))).isEmpty();
    }
}
