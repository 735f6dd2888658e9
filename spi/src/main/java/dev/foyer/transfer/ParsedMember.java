package dev.foyer.transfer;

import dev.foyer.Reason;
import dev.foyer.Refusal;
import dev.foyer.customer.ContactType;
import dev.foyer.customer.Customer;
import dev.foyer.customer.CustomerReason;
import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipKind;
import dev.foyer.membership.MembershipMove;
import dev.foyer.membership.MembershipReason;
import dev.foyer.membership.MembershipState;
import dev.foyer.membership.Permission;
import dev.foyer.membership.PermissionCatalogue;
import dev.foyer.membership.Person;
import dev.foyer.staff.StaffReason;
import dev.foyer.text.EmailAddress;
import dev.foyer.text.Name;
import dev.foyer.text.PhoneNumber;
import dev.foyer.text.Username;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A member entry of which every field was understood. */
record ParsedMember(
        ImportRecord entry,
        MembershipKind kind,
        @Nullable Username user,
        @Nullable MembershipState state,
        @Nullable Instant createdAt,
        @Nullable Instant endsAt,
        Person person,
        Set<Permission> permissions,
        List<Name> contactTypes) {

    /** An import sends no invitations, so it can not know of open ones. */
    private static final Set<MembershipState> STATES = EnumSet.complementOf(EnumSet.of(MembershipState.INVITE_SENT));

    /** Empty, and the problems told, if a field is wrong. */
    static Optional<ParsedMember> of(
            ImportRecord entry, PermissionCatalogue catalogue, Consumer<ImportProblem> problems) {
        FieldParser check = new FieldParser(entry, problems);
        check.require(Field.KIND);
        MembershipKind kind = check.choice(Field.KIND, EnumSet.allOf(MembershipKind.class));
        Username user = check.text(Field.USER, Username::new);
        MembershipState state = check.choice(Field.MEMBER_STATE, STATES);
        Instant createdAt = check.moment(Field.MEMBER_CREATED_AT);
        Instant endsAt = check.moment(Field.ENDS_AT);
        Person person = new Person(
                check.text(Field.FIRST_NAME, Name::new),
                check.text(Field.LAST_NAME, Name::new),
                check.text(Field.EMAIL, EmailAddress::new),
                check.text(Field.PHONE, PhoneNumber::new));
        List<Permission> permissions = check.list(Field.PERMISSIONS, key -> catalogue.require(key.strip()));
        List<Name> contactTypes = check.list(Field.MEMBER_CONTACT_TYPES, Name::new);
        if (kind == null || !check.isSound()) {
            return Optional.empty();
        }
        return Optional.of(new ParsedMember(
                entry,
                kind,
                user,
                state,
                createdAt,
                endsAt,
                person,
                permissions == null ? defaultPermissions(kind) : Set.copyOf(permissions),
                contactTypes == null ? List.of() : List.copyOf(contactTypes)));
    }

    /**
     * The membership that it describes.
     *
     * @throws Refusal if a rule of the domain forbids it
     */
    Membership in(Customer customer, @Nullable String userId, Instant now) {
        List<ContactType> types = contactTypes.stream()
                .distinct()
                .map(customer::requireContactType)
                .toList();
        Membership membership = Membership.record(
                        customer, userId, kind, person, permissions, types, createdAt == null ? now : createdAt)
                .withEnd(endsAt);
        return switch (state != null ? state : userId != null ? MembershipState.ACTIVE : MembershipState.PENDING) {
            case ACTIVE -> membership.move(MembershipMove.ADMIT);
            case INACTIVE -> membership.move(MembershipMove.ADMIT).move(MembershipMove.SUSPEND);
            case REJECTED -> membership.move(MembershipMove.INVITE).move(MembershipMove.REJECT);
            default -> membership;
        };
    }

    /** The problem that a refusal is, at the field that can mend it. */
    ImportProblem problem(Refusal refusal) {
        Field field = field(refusal.reason());
        return new ImportProblem(field == null ? entry.location() : entry.location(field), field, refusal);
    }

    private @Nullable Field field(Reason reason) {
        if (reason == TransferReason.USER_UNKNOWN || reason == MembershipReason.MEMBERSHIP_NEEDS_USER) {
            return Field.USER;
        }
        if (reason == MembershipReason.MEMBERSHIP_EXISTS || reason == StaffReason.STAFF_AS_PERSON) {
            return user == null ? Field.EMAIL : Field.USER;
        }
        if (reason == MembershipReason.END_NOT_ALLOWED) {
            return Field.ENDS_AT;
        }
        return reason == CustomerReason.CONTACT_TYPE_UNKNOWN || reason == MembershipReason.CONTACT_TYPE_HOLDS_ONE
                ? Field.MEMBER_CONTACT_TYPES
                : null;
    }

    private static Set<Permission> defaultPermissions(MembershipKind kind) {
        return kind == MembershipKind.OWNER ? PermissionCatalogue.BUILT_IN.permissions() : Set.of();
    }
}
