package dev.foyer.keycloak;

import dev.foyer.customer.CustomerDirectory;
import dev.foyer.customer.CustomerRegister;
import dev.foyer.customer.Customers;
import dev.foyer.customer.jpa.JpaCustomerDirectory;
import dev.foyer.customer.jpa.JpaCustomers;
import dev.foyer.idempotency.Attempts;
import dev.foyer.idempotency.jpa.JpaAttempts;
import dev.foyer.invitation.Answering;
import dev.foyer.invitation.Invitation;
import dev.foyer.invitation.Invitations;
import dev.foyer.invitation.Inviter;
import dev.foyer.invitation.InviterRights;
import dev.foyer.invitation.Inviting;
import dev.foyer.invitation.Letter;
import dev.foyer.invitation.MailQueue;
import dev.foyer.invitation.Outbox;
import dev.foyer.invitation.Upkeep;
import dev.foyer.invitation.jpa.JpaInvitations;
import dev.foyer.invitation.jpa.JpaMailQueue;
import dev.foyer.invitation.jpa.JpaOutbox;
import dev.foyer.invitation.jpa.JpaUpkeep;
import dev.foyer.invitation.keycloak.InvitationEvent;
import dev.foyer.membership.Colleagues;
import dev.foyer.membership.ContactRegister;
import dev.foyer.membership.CustomerClosure;
import dev.foyer.membership.CustomerMembers;
import dev.foyer.membership.ExternalUsers;
import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipDirectory;
import dev.foyer.membership.MembershipRegister;
import dev.foyer.membership.Memberships;
import dev.foyer.membership.OwnAccount;
import dev.foyer.membership.PermissionRegister;
import dev.foyer.membership.Permissions;
import dev.foyer.membership.jpa.JpaMembershipDirectory;
import dev.foyer.membership.jpa.JpaMemberships;
import dev.foyer.membership.jpa.JpaPermissions;
import dev.foyer.realm.CustomerAccounts;
import dev.foyer.realm.keycloak.RealmParts;
import dev.foyer.selection.Account;
import dev.foyer.selection.Accounts;
import dev.foyer.selection.jpa.JpaMemberAccounts;
import dev.foyer.selection.jpa.JpaStaffAccounts;
import dev.foyer.text.EmailAddress;
import dev.foyer.token.AccountClaim;
import dev.foyer.token.ActingAccounts;
import dev.foyer.token.Pin;
import dev.foyer.token.jpa.JpaActingAccounts;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.urls.UrlType;

/** The one place that puts services and adapters together, for one request in one realm. */
public final class Foyer {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Clock clock = new KeycloakClock();

    private Foyer(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Foyer in the realm of the session's context. */
    public static Foyer of(KeycloakSession session) {
        return of(session, session.getContext().getRealm());
    }

    public static Foyer of(KeycloakSession session, RealmModel realm) {
        return new Foyer(session, realm);
    }

    public RealmSettings settings() {
        return new RealmSettings(realm);
    }

    /** The switch of customer accounts, with all that hangs on it. */
    public CustomerAccounts customerAccounts() {
        return new CustomerAccounts(settings(), RealmParts.of(session, realm));
    }

    public Clock clock() {
        return clock;
    }

    public Customers customers() {
        return new JpaCustomers(entityManager(), realm.getId());
    }

    public CustomerRegister customerRegister() {
        return new CustomerRegister(customers(), settings().accountIdPattern(), clock);
    }

    public CustomerDirectory customerDirectory() {
        return new JpaCustomerDirectory(entityManager(), realm.getId());
    }

    public CustomerClosure customerClosure() {
        return new CustomerClosure(customers(), memberships());
    }

    public Memberships memberships() {
        return new JpaMemberships(entityManager(), realm.getId());
    }

    public MembershipRegister membershipRegister() {
        return new MembershipRegister(memberships());
    }

    /** @param by the id of the user who changes them */
    public CustomerMembers customerMembers(String by) {
        return new CustomerMembers(
                customers(), memberships(), invited -> inviting().takeBack(invited.id(), by));
    }

    /** @param by who invites those who are users already */
    public ContactRegister contactRegister(ExternalUsers users, Inviter by) {
        return new ContactRegister(
                customers(),
                membershipRegister(),
                users,
                (offered, userId) -> invite(inviting(email -> Optional.of(userId)), offered, by),
                clock);
    }

    /** The members of the customers that this user is a member of. */
    public Colleagues colleaguesOf(UserModel user) {
        Inviter by = People.inviter(realm, user, false);
        return new Colleagues(
                customers(),
                memberships(),
                customerMembers(user.getId()),
                user.getId(),
                offered -> invite(inviting(), offered, by),
                clock);
    }

    private Membership invite(Inviting inviting, Membership offered, Inviter by) {
        Invitation invitation = inviting.invite(offered.customerId(), customer -> offered, Letter.PLAIN, by);
        return memberships().find(invitation.membershipId()).orElseThrow();
    }

    public Invitations invitations() {
        return new JpaInvitations(
                entityManager(),
                realm.getId(),
                memberships(),
                changed -> InvitationEvent.publish(session, realm, changed));
    }

    public Outbox outbox() {
        return new JpaOutbox(entityManager(), realm.getId(), this::frontendUri, clock);
    }

    /** The mails of all realms. */
    public static MailQueue mailQueue(KeycloakSession session) {
        return new JpaMailQueue(entityManager(session));
    }

    /** What the clock does, in all realms. */
    public static Upkeep upkeep(KeycloakSession session) {
        return new JpaUpkeep(entityManager(session));
    }

    public Inviting inviting() {
        return inviting(this::userByEmail);
    }

    private Inviting inviting(Inviting.Users users) {
        return new Inviting(
                customers(),
                memberships(),
                invitations(),
                outbox(),
                users,
                settings().invitationRules(),
                clock);
    }

    public Answering answering() {
        InviterRights rights = new KeycloakInviterRights(session, realm, memberships(), clock.millis());
        return new Answering(customers(), memberships(), invitations(), rights, outbox(), clock);
    }

    /** The id of the one user of an address; where it may be several users', nobody is meant before somebody has proved it. */
    public Optional<String> userByEmail(EmailAddress email) {
        return realm.isDuplicateEmailsAllowed()
                ? Optional.empty()
                : Optional.ofNullable(session.users().getUserByEmail(realm, email.value()))
                        .map(UserModel::getId);
    }

    private String frontendUri() {
        return session.getContext().getUri(UrlType.FRONTEND).getBaseUri().toString();
    }

    public OwnAccount ownAccount() {
        return new OwnAccount(customerRegister(), membershipRegister(), clock);
    }

    public MembershipDirectory membershipDirectory() {
        return new JpaMembershipDirectory(entityManager(), realm.getId());
    }

    public Permissions permissions() {
        return new JpaPermissions(entityManager(), realm.getId());
    }

    public PermissionRegister permissionRegister() {
        return new PermissionRegister(permissions());
    }

    /** The requests of one caller that must not be carried out twice. */
    public Attempts attempts(String caller) {
        return new JpaAttempts(entityManager(), realm.getId(), caller);
    }

    /** The accounts that the user may enter: as a member or, if it is open to them, as staff. */
    public Accounts accountsOf(UserModel user) {
        return staffEntry().isOpenTo(user)
                ? new JpaStaffAccounts(entityManager(), realm.getId())
                : memberAccountsOf(user);
    }

    /** The accounts that the user may enter as a member. */
    public Accounts memberAccountsOf(UserModel user) {
        return new JpaMemberAccounts(entityManager(), realm.getId(), user.getId(), clock.millis());
    }

    /** The account that the user may act for now by this pin. */
    public Optional<AccountClaim> actingAccount(UserModel user, Pin pin) {
        Long until = pin.staffUntil();
        if (until == null) {
            return actingAccounts().find(user.getId(), pin.accountId());
        }
        return pin.isOver(nowSeconds()) || !staffEntry().isOpenTo(user)
                ? Optional.empty()
                : actingAccounts().findForStaff(pin.accountId(), until);
    }

    /** The pin of somebody who enters an account now. */
    public Pin pin(Account account) {
        Long until = account.isEnteredByStaff() ? nowSeconds() + settings().staffEntryLength() : null;
        return new Pin(account.id(), until);
    }

    /** What tokens say of accounts. */
    public ActingAccounts actingAccounts() {
        return new JpaActingAccounts(entityManager(), realm.getId(), clock.millis());
    }

    private StaffEntry staffEntry() {
        return new StaffEntry(realm, actingAccounts());
    }

    private long nowSeconds() {
        return TimeUnit.MILLISECONDS.toSeconds(clock.millis());
    }

    private EntityManager entityManager() {
        return entityManager(session);
    }

    private static EntityManager entityManager(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
