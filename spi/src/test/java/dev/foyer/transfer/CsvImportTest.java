package dev.foyer.transfer;

import static dev.foyer.transfer.ImportFixture.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.customer.Customer;
import dev.foyer.customer.CustomerState;
import dev.foyer.customer.CustomerType;
import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipKind;
import dev.foyer.membership.MembershipState;
import dev.foyer.membership.Permission;
import dev.foyer.membership.PermissionCatalogue;
import dev.foyer.membership.Person;
import dev.foyer.text.EmailAddress;
import dev.foyer.text.Name;
import dev.foyer.text.PhoneNumber;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvImportTest {

    private final ImportFixture realm = new ImportFixture();

    @Test
    void oneLineIsAMembershipAndItsCustomerIsOpenedOnce() {
        ImportReport report = realm.csv(
                "number,name,type,state,agency,kind,user,member_state,first_name,last_name,email,phone,permissions,contact_types",
                "C-1,\"Acme, S.p.A.\",company,active,TRUE,owner,anna,,,,,,,Customer",
                "C-1,\"Acme, S.p.A.\",company,,,contact,,,Luca,Neri,luca@acme.it,+39 02 1,billing|orders,Purchasing | Prepress",
                "C-2,Bruno,individual,inactive,,,,,,,,,,");

        assertThat(report).isEqualTo(new ImportReport(3, 2, 2, 2, 0, java.util.List.of(), 0));
        Customer acme = realm.customer("C-1");
        assertThat(acme.name()).isEqualTo(new Name("Acme, S.p.A."));
        assertThat(acme.agency()).isTrue();
        assertThat(acme.contactTypes())
                .extracting(type -> type.name().value())
                .containsExactly("Customer", "Purchasing", "Prepress");
        assertThat(realm.customer("C-2").type()).isEqualTo(CustomerType.INDIVIDUAL);
        assertThat(realm.customer("C-2").state()).isEqualTo(CustomerState.INACTIVE);

        Membership anna = realm.memberByUser("C-1", "anna");
        assertThat(anna.kind()).isEqualTo(MembershipKind.OWNER);
        assertThat(anna.state()).isEqualTo(MembershipState.ACTIVE);
        assertThat(anna.permissions()).isEqualTo(PermissionCatalogue.BUILT_IN.permissions());
        assertThat(anna.person()).isEqualTo(Person.UNRECORDED);
        Membership luca = realm.memberByEmail("C-1", "luca@acme.it");
        assertThat(luca.state()).isEqualTo(MembershipState.PENDING);
        assertThat(luca.permissions()).containsExactly(new Permission("billing"), new Permission("orders"));
        assertThat(luca.contactTypes())
                .extracting(type -> type.name().value())
                .containsExactlyInAnyOrder("Purchasing", "Prepress");
        assertThat(luca.person())
                .isEqualTo(new Person(
                        new Name("Luca"),
                        new Name("Neri"),
                        new EmailAddress("luca@acme.it"),
                        new PhoneNumber("+39 02 1")));
    }

    @ParameterizedTest
    @CsvSource({"anna,,ACTIVE", "anna,active,ACTIVE", "anna,inactive,INACTIVE", "anna,pending,PENDING", ",,PENDING"})
    void theStateOfAMemberFollowsFromTheUserUnlessItIsGiven(String user, String given, MembershipState state) {
        realm.csv(
                "number,name,type,kind,user,member_state,email",
                "C-1,Acme,company,contact,%s,%s,anna@acme.it"
                        .formatted(user == null ? "" : user, given == null ? "" : given));

        Optional<Membership> member = realm.memberships()
                .findByUser(realm.customer("C-1").id(), "u-anna")
                .or(() -> Optional.of(realm.memberByEmail("C-1", "anna@acme.it")));
        assertThat(member).map(Membership::state).contains(state);
    }

    @Test
    void everyErrorIsToldWithItsLine() {
        ImportReport report = realm.csv(
                "number,name,type,agency,kind,user,member_state,email,permissions,contact_types",
                "C 1,A,company,,,,,,,",
                "C-2,,firm,perhaps,,,,,,",
                "C-3,C,company,,boss,zoe,asleep,nowhere,fly|billing|swim,",
                "C-4,D,company,,contact,,active,d@d.it,,",
                "C-5,E,company,,contact,,,,,",
                "C-6,F,company,,,anna,,,,",
                "C-7,G,company,,contact,zoe,,g@g.it,,",
                "C-8,H,company",
                "C-9,I,company,,contact,anna,,,,Customer",
                "C-9,I,company,,contact,bruno,,,,Customer",
                "C-9,I,company,,guest,anna,,,,");

        assertThat(problems(report))
                .containsExactly(
                        "2 NUMBER account-id-invalid",
                        "3 TYPE value-not-allowed",
                        "3 AGENCY flag-expected",
                        "3 NAME value-missing",
                        "4 KIND value-not-allowed",
                        "4 MEMBER_STATE value-not-allowed",
                        "4 EMAIL email-invalid",
                        "4 PERMISSIONS permission-unknown",
                        "4 PERMISSIONS permission-unknown",
                        "5 USER membership-needs-user",
                        "6 null membership-needs-person",
                        "7 KIND value-missing",
                        "8 USER user-unknown",
                        "9 null row-length",
                        "11 MEMBER_CONTACT_TYPES contact-type-holds-one",
                        "12 USER membership-exists");
        assertThat(report.problemCount()).isEqualTo(16);
        assertThat(report.isRefused()).isTrue();
    }

    @Test
    void whatIsWrongOnEveryLineOfACustomerIsToldOnceAndItsMembersAreCheckedAllTheSame() {
        ImportReport report = realm.csv(
                "number,name,type,kind,user,email",
                "C-1,Acme,firm,contact,,a@acme.it",
                "C-1,Acme,firm,contact,,b@acme.it",
                "C-1,,,contact,,nowhere",
                "C-1,,,contact,zoe,",
                "C-1,Acme,company,guest,bruno,",
                "C-1,Acme,farm,guest,anna,");

        assertThat(problems(report))
                .containsExactly(
                        "2 TYPE value-not-allowed",
                        "4 EMAIL email-invalid",
                        "5 USER user-unknown",
                        "7 TYPE value-not-allowed");
    }

    @Test
    void aCustomerThatExistsMustAgreeAndGetsTheNewMembersAndContactTypes() {
        realm.csv("number,name,type,kind,user,contact_types", "C-1,Acme,company,owner,anna,Purchasing");

        ImportReport same = realm.csv(
                "number,name,type,state,agency,kind,user,contact_types",
                "C-1,,,,,contact,bruno,Sales",
                "C-1,Acme,company,active,false,,,");
        assertThat(same).isEqualTo(new ImportReport(2, 0, 1, 1, 0, java.util.List.of(), 0));
        assertThat(realm.customer("C-1").contactTypes()).hasSize(3);

        ImportReport other = realm.csv(
                "number,name,type,state,agency,second_factor_required", "C-1,Acme Inc.,individual,inactive,true,true");
        assertThat(problems(other))
                .containsExactly(
                        "2 NAME customer-differs",
                        "2 TYPE customer-differs",
                        "2 STATE customer-differs",
                        "2 AGENCY customer-differs",
                        "2 SECOND_FACTOR_REQUIRED customer-differs");
        assertThat(other.problems().get(0).refusal().details()).containsExactly("Acme");
    }

    @Test
    void aUserAndAnAddressAreMembersOnce() {
        realm.csv("number,name,type,kind,user,email", "C-1,Acme,company,owner,anna,", "C-1,,,contact,,anna@acme.it");

        ImportReport report = realm.csv(
                "number,kind,user,email", "C-1,contact,ANNA,", "C-1,contact,,Anna@Acme.it", "C-1,contact,bruno,");

        assertThat(problems(report)).containsExactly("2 USER membership-exists", "3 EMAIL membership-exists");
    }

    @Test
    void withoutANumberEachLineIsACustomerWithAFreeAccountId() {
        // A pattern of one digit: the generated ones must keep clear of those that stand further down.
        String lines = IntStream.range(0, 10).mapToObj(i -> ",Firm,company").collect(Collectors.joining("\n"));
        ImportReport report = realm.csv("number,name,type", lines, "C-1,One,company", "C-2,Two,company");

        assertThat(problems(report)).isEmpty();
        assertThat(report.customers()).isEqualTo(12);
        assertThat(realm.customer("C-1").name()).isEqualTo(new Name("One"));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void theSeparatorIsThatOfTheHeader(String separator) {
        ImportReport report = realm.csv(
                "\uFEFFnumber,name,type\r".replace(",", separator), "C-1,Acme,company\r".replace(",", separator));

        assertThat(problems(report)).isEmpty();
        assertThat(realm.customer("C-1").name()).isEqualTo(new Name("Acme"));
    }

    @Test
    void aHeaderNamesWhatIsUnknownRepeatedOrMissing() {
        assertThat(problems(realm.csv("number,nome,email,email", "C-1,,,")))
                .containsExactly("1 null field-unknown", "1 null column-repeated", "1 null column-missing");
        assertThat(problems(realm.csv("name", "Acme"))).containsExactly("1 null column-missing");
        assertThat(problems(realm.csv(""))).containsExactly("1 null column-missing", "1 null column-missing");
    }

    @Test
    void quotesAreStrictAndEmptyLinesPass() {
        assertThat(problems(realm.csv("number,name,type", "", ",,", "C-1,\"Acme\" Inc.,company")))
                .containsExactly("4 null file-malformed");
        assertThat(problems(realm.csv("number,name,type", "C-1,\"Acme,company", "")))
                .containsExactly("2 null file-malformed");
    }

    @Test
    void moreProblemsThanAnybodyReadsAreOnlyCounted() {
        String lines =
                IntStream.range(0, 1500).mapToObj(i -> "C-" + i + ",A,firm").collect(Collectors.joining("\n"));
        ImportReport report = realm.csv("number,name,type", lines);

        assertThat(report.problems()).hasSize(1000);
        assertThat(report.problemCount()).isEqualTo(1500);
    }

    @Test
    void membersOfOneCustomerMayBeOnAnyLine() {
        String others = IntStream.range(2, 1200)
                .mapToObj(i -> "C-" + i + ",A,company,,")
                .collect(Collectors.joining("\n"));
        ImportReport report =
                realm.csv("number,name,type,kind,user", "C-1,Acme,company,owner,anna", others, "C-1,,,contact,anna");

        assertThat(problems(report)).containsExactly("1201 USER membership-exists");
    }
}
