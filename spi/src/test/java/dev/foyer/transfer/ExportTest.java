package dev.foyer.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipMove;
import dev.foyer.membership.MembershipState;
import dev.foyer.membership.Profile;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is taken out can be brought in again, and is then the same. */
class ExportTest {

    private static final String WHOLE = """
            {"customers":[
            {"number":"C-1","name":"Acme \\"S.p.A.\\"","type":"company","state":"active","agency":true,\
            "secondFactorRequired":true,"createdAt":"2020-01-31T09:30:00.123Z","contactTypes":["Sales","Accounting","Empty"],"members":[\
            {"kind":"contact","user":"bruno","state":"inactive","createdAt":"2021-01-31T09:30:00Z",\
            "permissions":["print-approval"],"contactTypes":["Accounting","Sales"]},\
            {"kind":"guest","state":"pending","createdAt":"2022-01-31T09:30:00Z","firstName":"Pia","lastName":"Blu",\
            "email":"pia@acme.example","phone":"+39 02 1234567","permissions":[],"contactTypes":[]},\
            {"kind":"guest","state":"rejected","createdAt":"2022-01-31T09:30:00Z","endsAt":"2032-01-31T09:30:00Z",\
            "email":"rea@acme.example",\
            "permissions":["billing"],"contactTypes":[]},\
            {"kind":"owner","user":"anna","state":"active","createdAt":"2020-01-31T09:30:00Z",\
            "permissions":["billing","support"],"contactTypes":["Customer"]}]},
            {"number":"C-2","name":"Beta","type":"individual","state":"inactive","agency":false,\
            "secondFactorRequired":false,"createdAt":"1970-01-01T00:00:00.005Z","contactTypes":[],"members":[]}],\
            "permissions":["print-approval","unused"]}
            """;

    @Test
    void whatIsImportedAndExportedIsTheSame() {
        ImportFixture realm = new ImportFixture();

        assertThat(realm.json(WHOLE).isRefused()).isFalse();

        assertThat(realm.export()).isEqualTo(WHOLE);
    }

    @Test
    void nothingThatAnImportUnderstandsIsLeftOut() {
        assertThat(Field.values()).allSatisfy(field -> assertThat(WHOLE).contains("\"" + field.property() + "\":"));
    }

    @Test
    void membersOnSeveralPagesComeInOneOrderWhateverTheirIds() {
        String json = IntStream.range(0, 7)
                .mapToObj(i -> "{\"number\":\"C-%d\",\"name\":\"Firm\",\"type\":\"company\",\"members\":[%s]}"
                        .formatted(i, members(i)))
                .collect(Collectors.joining(",", "{\"customers\":[", "]}"));
        ImportFixture realm = new ImportFixture();
        ImportFixture restored = new ImportFixture();
        realm.json(json);

        String exported = realm.export();

        assertThat(restored.json(exported).memberships()).isEqualTo(21);
        assertThat(restored.export()).isEqualTo(exported);
    }

    @Test
    void aCustomerWithVeryMuchToTellTakesSeveralLines() {
        String types = IntStream.range(100, 120)
                .mapToObj(i -> "\"" + String.valueOf(i).repeat(60) + "\"")
                .collect(Collectors.joining(","));
        String members = IntStream.range(0, 300)
                .mapToObj(i -> "{\"kind\":\"contact\",\"email\":\"%d@acme.example\",\"contactTypes\":[%s]}"
                        .formatted(i, types))
                .collect(Collectors.joining(","));
        ImportFixture realm = new ImportFixture();
        realm.json(
                "{\"customers\":[{\"number\":\"C-1\",\"name\":\"Firm\",\"type\":\"company\",\"contactTypes\":[%s],\"members\":[%s]}]}"
                        .formatted(types, members));

        String exported = realm.export();

        assertThat(exported.lines().filter(line -> line.startsWith("{\"number\":\"C-1\"")))
                .hasSize(2);
        ImportFixture restored = new ImportFixture();
        assertThat(restored.json(exported).memberships()).isEqualTo(300);
        assertThat(restored.export()).isEqualTo(exported);
    }

    @Test
    void anOpenInvitationIsPendingElsewhere() {
        ImportFixture realm = new ImportFixture();
        realm.json("""
                {"customers": [{"number": "C-1", "name": "Firm", "type": "company",
                 "members": [{"kind": "guest", "email": "pia@acme.example"}]}]}""");
        Membership invited = realm.memberByEmail("C-1", "pia@acme.example").move(MembershipMove.INVITE);
        realm.memberships().save(invited);

        assertThat(realm.export()).contains("\"state\":\"pending\"").doesNotContain("invite_sent");
    }

    @Test
    void whoseUserIsGoneIsNobody() {
        ImportFixture realm = new ImportFixture();
        realm.json("""
                {"customers": [{"number": "C-1", "name": "Firm", "type": "company", "members": [
                  {"kind": "owner", "user": "anna"},
                  {"kind": "contact", "user": "bruno", "email": "bruno@acme.example"}]}]}""");
        realm.forget("anna");
        realm.forget("bruno");

        assertThat(realm.export()).doesNotContain("\"owner\"", "\"user\"", "bruno");
        assertThat(realm.lastExport()).isEqualTo(new ExportReport(1, 0, 2));
    }

    @Test
    void whoHasEnteredIsCalledWhatTheirUserAccountSaysNow() {
        ImportFixture realm = new ImportFixture();
        realm.json("""
                {"customers": [{"number": "C-1", "name": "Firm", "type": "company", "members": [
                  {"kind": "owner", "user": "anna", "firstName": "Anna", "email": "old@acme.example", "phone": "+39 02 1"},
                  {"kind": "contact", "user": "bruno", "lastName": "Recorded", "state": "pending"}]}]}""");
        realm.describe(new Profile("anna", "Annalisa", "Li\u202Emah", "new@acme.example"));
        realm.describe(new Profile("bruno", "Bruno", "Verdi", "bruno@acme.example"));

        // What no import would take is left out; and before they enter nobody learns what the user account says.
        assertThat(realm.export())
                .contains(
                        "\"firstName\":\"Annalisa\",\"email\":\"new@acme.example\",\"phone\":\"+39 02 1\"",
                        "\"lastName\":\"Recorded\"")
                .doesNotContain("old@", "mah", "Verdi");
    }

    @Test
    void aMomentThatIsNoneAndAnOpenInvitationAreRefused() {
        ImportReport report = new ImportFixture().json("""
                {"customers": [{"number": "C-1", "name": "Firm", "type": "company", "createdAt": "yesterday",
                 "members": [{"kind": "owner", "user": "anna", "createdAt": "+1000000000-12-31T23:59:59Z"},
                             {"kind": "guest", "email": "pia@acme.example", "state": "invite_sent"}]}]}""");

        assertThat(ImportFixture.problems(report))
                .containsExactlyInAnyOrder(
                        "1 CREATED_AT moment-expected",
                        "2 MEMBER_CREATED_AT moment-expected",
                        "3 MEMBER_STATE value-not-allowed");
    }

    @Test
    void aCustomerThatWasOpenedAtAnotherTimeIsAnotherCustomer() {
        ImportFixture realm = new ImportFixture();
        realm.json("{\"customers\":[{\"number\":\"C-1\",\"name\":\"Firm\",\"type\":\"company\"}]}");

        assertThat(ImportFixture.problems(
                        realm.json("{\"customers\":[{\"number\":\"C-1\",\"createdAt\":\"2020-01-31T09:30:00Z\"}]}")))
                .containsExactly("1 CREATED_AT customer-differs");
    }

    @Test
    void datesAreColumnsTooAndARejectedInvitationIsKnown() {
        ImportFixture realm = new ImportFixture();
        realm.csv(
                "number,name,type,created_at,kind,member_state,member_created_at,email",
                "C-1,Firm,company,2020-01-31T09:30:00.000999Z,guest,rejected,2021-01-31T09:30:00Z,pia@acme.example");

        assertThat(realm.customer("C-1").createdAt()).isEqualTo(Instant.ofEpochMilli(1580463000000L));
        Membership member = realm.memberByEmail("C-1", "pia@acme.example");
        assertThat(member.createdAt()).isEqualTo(Instant.ofEpochMilli(1612085400000L));
        assertThat(member.state()).isEqualTo(MembershipState.REJECTED);
    }

    private static String members(int customer) {
        return members(customer * 10, customer % 7);
    }

    private static String members(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj("{\"kind\":\"contact\",\"firstName\":\"Bea\",\"email\":\"%d@acme.example\"}"::formatted)
                .collect(Collectors.joining(","));
    }
}
