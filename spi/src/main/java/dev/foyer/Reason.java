package dev.foyer;

import java.util.Locale;

/** Why the domain refused. Each has one stable key, used as the problem type and as the message key. */
public enum Reason {
    TEXT_EMPTY,
    TEXT_TOO_LONG,
    TEXT_FORBIDDEN_CHARACTER,
    ACCOUNT_ID_INVALID,
    ACCOUNT_ID_PATTERN_INVALID,
    ACCOUNT_ID_TAKEN,
    EMAIL_INVALID,
    PERMISSION_INVALID,
    PERMISSION_UNKNOWN,
    CONTACT_TYPE_EXISTS,
    CONTACT_TYPE_UNKNOWN,
    CONTACT_TYPE_PERMANENT,
    CONTACT_TYPE_HOLDS_ONE,
    MEMBERSHIP_EXISTS,
    MEMBERSHIP_NEEDS_PERSON,
    MEMBERSHIP_NEEDS_USER,
    MEMBERSHIP_MOVE,
    VALUE_MISSING,
    VALUE_NOT_ALLOWED,
    TEXT_EXPECTED,
    FLAG_EXPECTED,
    MOMENT_EXPECTED,
    LIST_EXPECTED,
    OBJECT_EXPECTED,
    FIELD_UNKNOWN,
    COLUMN_MISSING,
    COLUMN_REPEATED,
    ROW_LENGTH,
    RECORD_TOO_LARGE,
    USER_UNKNOWN,
    CUSTOMER_DIFFERS,
    FILE_NOT_UTF8,
    FILE_MALFORMED,
    FILE_TOO_LARGE,
    FILE_UNREADABLE,
    IMPORT_REFUSED,
    CLIENT_SCOPE_OCCUPIED,
    CLIENT_SCOPE_NEEDED;

    /** The stable name to the outside, such as {@code account-id-taken}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
