package dev.foyer.api.account;

import java.util.Locale;

/** What people do in their accounts, as events call it. */
enum SelfServiceAction {
    CHANGE_ACCOUNT,
    LEAVE_ACCOUNT,
    ADD_CONTACT_TYPE,
    REMOVE_CONTACT_TYPE,
    REGISTER_MEMBER,
    CHANGE_MEMBER,
    SUSPEND_MEMBER,
    RESUME_MEMBER,
    REMOVE_MEMBER,
    INVITE_MEMBER,
    RESEND_INVITATION,
    REVOKE_INVITATION,
    ACCEPT_INVITATION,
    REJECT_INVITATION;

    /** Such as {@code suspend-member}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
