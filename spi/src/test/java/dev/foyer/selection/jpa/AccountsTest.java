package dev.foyer.selection.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.Customer;
import dev.foyer.customer.CustomerType;
import dev.foyer.customer.jpa.JpaCustomers;
import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipKind;
import dev.foyer.membership.MembershipMove;
import dev.foyer.membership.Permission;
import dev.foyer.membership.Person;
import dev.foyer.membership.UserType;
import dev.foyer.membership.jpa.JpaExternalUsers;
import dev.foyer.membership.jpa.JpaMemberships;
import dev.foyer.membership.jpa.JpaPermissions;
import dev.foyer.persistence.Database;
import dev.foyer.selection.Account;
import dev.foyer.selection.AccountPage;
import dev.foyer.selection.AccountPage.Direction;
import dev.foyer.selection.AccountPage.From;
import dev.foyer.selection.AccountRole;
import dev.foyer.text.Name;
import dev.foyer.token.jpa.JpaAccountClaims;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which accounts a user sees at sign-in, and what the tokens say of one: the same on every database. */
@ParameterizedClass
@EnumSource
record AccountsTest(Database database) {

    private static final Instant NOW = Instant.ofEpochMilli(1_000);

    @Test
    void onlyOpenAccountsAreSeen() {
        String realm = realm();
        String user = realm();
        Customer open = join(realm, user, "C-1", "Acme", MembershipMove.ADMIT);
        Customer pending = join(realm, user, "C-2", "Pending");
        Customer suspended = join(realm, user, "C-3", "Suspended", MembershipMove.ADMIT, MembershipMove.SUSPEND);
        Customer closed = join(realm, user, "C-4", "Closed", MembershipMove.ADMIT);
        database.run(em -> new JpaCustomers(em, realm).save(closed.deactivate()));
        Customer foreign = join(realm, "somebody else", "C-5", "Foreign", MembershipMove.ADMIT);
        Customer elsewhere = join(realm(), user, "C-6", "Elsewhere", MembershipMove.ADMIT);

        assertThat(names(page(realm, user, "", null))).containsExactly("Acme");
        for (Customer hidden : List.of(pending, suspended, closed, foreign, elsewhere)) {
            for (String key : List.of(hidden.id(), hidden.number().value())) {
                boolean found = with(realm, user, accounts -> accounts.find(key).isPresent());
                assertThat(found).as(hidden.name().value()).isFalse();
            }
            boolean acts = database.call(em ->
                    new JpaAccountClaims(em, realm, NOW).find(user, hidden.id()).isPresent());
            assertThat(acts).as(hidden.name().value()).isFalse();
        }
        String found =
                with(realm, user, accounts -> accounts.find("C-1").orElseThrow().id());
        assertThat(found).isEqualTo(open.id());
    }

    @Test
    void pagesFollowEachOtherForwardsAndBackwards() {
        String realm = realm();
        String user = realm();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            // Every name twice: the order must be whole even so.
            String name = String.format("Firm %02d", i / 2);
            join(realm, user, "C-" + i, name, MembershipMove.ADMIT);
            expected.add(name);
        }

        List<Account> forwards = new ArrayList<>();
        AccountPage page = page(realm, user, "", null);
        assertThat(page.hasPrevious()).isFalse();
        forwards.addAll(page.accounts());
        while (page.hasNext()) {
            page = page(realm, user, "", new From(Direction.AFTER, last(page).id()));
            assertThat(page.hasPrevious()).isTrue();
            forwards.addAll(page.accounts());
        }
        assertThat(forwards).extracting(account -> account.name().value()).isEqualTo(expected);
        assertThat(forwards).doesNotHaveDuplicates();

        List<Account> backwards = new ArrayList<>();
        page = page(realm, user, "", new From(Direction.BEFORE, forwards.get(29).id()));
        assertThat(page.hasNext()).isTrue();
        while (true) {
            List<Account> reversed = new ArrayList<>(page.accounts());
            Collections.reverse(reversed);
            backwards.addAll(reversed);
            if (!page.hasPrevious()) {
                break;
            }
            page = page(
                    realm,
                    user,
                    "",
                    new From(Direction.BEFORE, page.accounts().get(0).id()));
        }
        Collections.reverse(backwards);
        assertThat(backwards).isEqualTo(forwards.subList(0, 29));
    }

    @Test
    void aPlaceThatIsGoneIsTheFirstPage() {
        String realm = realm();
        join(realm, "u", "C-1", "Acme", MembershipMove.ADMIT);

        assertThat(names(page(realm, "u", "", new From(Direction.AFTER, "gone"))))
                .containsExactly("Acme");
        assertThat(names(page(realm, "u", "", new From(Direction.AFTER, "C-1"))))
                .containsExactly("Acme");
    }

    @Test
    void theSearchFindsPartsOfNamesAndAccountIdsAndTakesNothingForAWildcard() {
        String realm = realm();
        String user = realm();
        join(realm, user, "C-100", "Acme S.p.A.", MembershipMove.ADMIT);
        join(realm, user, "C-200", "100% Carta_Straccia!", MembershipMove.ADMIT);
        join(realm, user, "X-300", "Caffè Nero", MembershipMove.ADMIT);

        assertThat(names(page(realm, user, "ACME", null))).containsExactly("Acme S.p.A.");
        assertThat(names(page(realm, user, "x-3", null))).containsExactly("Caffè Nero");
        assertThat(names(page(realm, user, " caffè ", null))).containsExactly("Caffè Nero");
        assertThat(names(page(realm, user, "%", null))).containsExactly("100% Carta_Straccia!");
        assertThat(names(page(realm, user, "a_s", null))).containsExactly("100% Carta_Straccia!");
        assertThat(names(page(realm, user, "!", null))).containsExactly("100% Carta_Straccia!");
        assertThat(names(page(realm, user, "nobody", null))).isEmpty();
    }

    @Test
    void theSelectionBeforeIsRemembered() {
        String realm = realm();
        String user = realm();
        join(realm, user, "C-1", "Acme", MembershipMove.ADMIT);
        join(realm, user, "C-2", "Beta", MembershipMove.ADMIT);
        boolean before = with(realm, user, accounts -> accounts.lastSelected().isPresent());
        assertThat(before).isFalse();

        select(realm, user, "C-1", 1);
        select(realm, user, "C-2", 2);
        select(realm, user, "C-1", 3);

        String last = with(
                realm,
                user,
                accounts -> accounts.lastSelected().orElseThrow().number().value());
        assertThat(last).isEqualTo("C-1");
    }

    @Test
    void theClaimHoldsWhatTheMembershipAllows() {
        String realm = realm();
        Customer acme = Customer.open(
                        new AccountNumber("C-1"), new Name("Acme"), CustomerType.COMPANY, true, Instant.EPOCH)
                .addContactType(new Name("Prepress"))
                .addContactType(new Name("Sales"));
        Membership anna = Membership.record(
                        acme,
                        "anna",
                        MembershipKind.CONTACT,
                        Person.UNRECORDED,
                        List.of(new Permission("support"), new Permission("billing")),
                        acme.contactTypes().subList(1, 3),
                        Instant.EPOCH)
                .move(MembershipMove.ADMIT);
        database.run(em -> {
            new JpaCustomers(em, realm).add(acme);
            new JpaMemberships(em, realm).add(anna);
        });

        var claim = database.call(em ->
                new JpaAccountClaims(em, realm, NOW).find("anna", acme.id()).orElseThrow());
        assertThat(claim.toMap())
                .containsEntry("number", "C-1")
                .containsEntry("membership", "contact")
                .containsEntry("permissions", List.of("billing", "support"))
                .containsEntry("contact_types", List.of("Prepress", "Sales"))
                .containsEntry("agency", true);
    }

    @Test
    void aUserIsExternalByBelongingToACustomerOfTheRealm() {
        String realm = realm();
        String member = realm();
        String invited = realm();
        join(realm, member, "C-1", "Acme", MembershipMove.ADMIT, MembershipMove.SUSPEND);
        join(realm, invited, "C-2", "Beta", MembershipMove.INVITE);

        assertThat(userType(realm, member)).isEqualTo(UserType.EXTERNAL);
        assertThat(userType(realm(), member)).isEqualTo(UserType.INTERNAL);
        assertThat(userType(realm, invited)).isEqualTo(UserType.INTERNAL);
        assertThat(userType(realm, "nobody")).isEqualTo(UserType.INTERNAL);
    }

    @Test
    void staffSeesAllActiveCustomersOfTheRealmAndMayDoEverythingThere() {
        String realm = realm();
        Customer acme = join(realm, "anna", "C-1", "Acme", MembershipMove.ADMIT);
        Customer closed = join(realm, "anna", "C-2", "Closed", MembershipMove.ADMIT);
        database.run(em -> new JpaCustomers(em, realm).save(closed.deactivate()));
        Customer elsewhere = join(realm(), "anna", "C-3", "Elsewhere", MembershipMove.ADMIT);
        database.run(em -> new JpaPermissions(em, realm).add(new Permission("print-approval")));

        AccountPage page =
                database.call(em -> new JpaStaffAccounts(em, realm).page(new AccountPage.Query("", null, 7)));
        assertThat(page.accounts())
                .containsExactly(new Account(acme.id(), acme.number(), acme.name(), AccountRole.STAFF, false));
        var claim = database.call(em -> new JpaAccountClaims(em, realm, NOW)
                .findForStaff(acme.id(), Instant.ofEpochSecond(1_000))
                .orElseThrow());
        assertThat(claim.toMap()).containsEntry("membership", "staff").containsEntry("until", 1_000L);
        assertThat(claim.permissions()).hasSize(8).contains("print-approval", "billing");
        for (Customer hidden : List.of(closed, elsewhere)) {
            boolean found = database.call(em -> new JpaAccountClaims(em, realm, NOW)
                    .findForStaff(hidden.id(), Instant.ofEpochSecond(1_000))
                    .isPresent());
            assertThat(found).as(hidden.name().value()).isFalse();
        }
    }

    private Customer join(String realm, String user, String number, String name, MembershipMove... moves) {
        Customer customer =
                Customer.open(new AccountNumber(number), new Name(name), CustomerType.COMPANY, false, Instant.EPOCH);
        Membership membership = Membership.record(
                customer, user, MembershipKind.GUEST, Person.UNRECORDED, List.of(), List.of(), Instant.EPOCH);
        for (MembershipMove move : moves) {
            membership = membership.move(move);
        }
        Membership joined = membership;
        database.run(em -> {
            new JpaCustomers(em, realm).add(customer);
            new JpaMemberships(em, realm).add(joined);
        });
        return customer;
    }

    private AccountPage page(String realm, String user, String search, @Nullable From from) {
        return with(realm, user, accounts -> accounts.page(new AccountPage.Query(search, from, 7)));
    }

    private void select(String realm, String user, String number, long now) {
        database.run(em -> {
            var accounts = new JpaMemberAccounts(em, realm, user, NOW);
            accounts.select(accounts.find(number).orElseThrow(), Instant.ofEpochMilli(now));
        });
    }

    private UserType userType(String realm, String user) {
        return database.call(em -> new JpaExternalUsers(em, realm).type(user));
    }

    private <T> T with(String realm, String user, Function<JpaMemberAccounts, T> question) {
        return database.call(em -> question.apply(new JpaMemberAccounts(em, realm, user, NOW)));
    }

    private static List<String> names(AccountPage page) {
        return page.accounts().stream().map(account -> account.name().value()).toList();
    }

    private static Account last(AccountPage page) {
        return page.accounts().get(page.accounts().size() - 1);
    }

    private static String realm() {
        return UUID.randomUUID().toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "C-1\u0000", "\ud800"})
    void whatNoDatabaseCanHoldIsNoAccount(String name) {
        assertThat(database.<Optional<Account>>call(em -> new JpaMemberAccounts(em, realm(), "anna", NOW).find(name)))
                .isEmpty();
        assertThat(database.<Optional<Account>>call(em -> new JpaStaffAccounts(em, realm()).find(name)))
                .isEmpty();
    }
}
