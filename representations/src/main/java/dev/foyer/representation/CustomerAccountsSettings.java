package dev.foyer.representation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a realm sets for customer accounts. What is left out of a request is as it is by default; answers have all of it.
 *
 * @param accountIdPattern how account IDs are made; {@code C-{5 digits}} by default
 * @param staffEntry whether internal users with the role for it may enter the accounts of customers; false by default
 * @param staffEntrySeconds how long one such entry lasts, 0 to 3600; 3600 by default
 * @param secondFactorLevel the level of authentication that takes a second factor, 1 to 10000; 2 by default
 * @param revocation what ends with an account that is closed to the person: {@code account}, itself alone, by default; or
 *     {@code session}, the whole SSO session
 * @param invitationSeconds how long an invitation stays open, 0 to 315360000; 604800 by default
 * @param invitationsPerInviter how many a member may send in 24 hours, 0 to 1000000; 250 by default
 * @param invitationsPerCustomer how many all members of a customer may send in 24 hours; 500 by default
 * @param invitationsPerRecipient how many one address may get in 24 hours; 5 by default
 * @param endedInvitationsSeconds how long invitations are kept once they have ended, 0 to 315360000; 31536000 by default
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustomerAccountsSettings(
        @Nullable String accountIdPattern,
        @Nullable Boolean staffEntry,
        @Nullable Long staffEntrySeconds,
        @Nullable Long secondFactorLevel,
        @Nullable String revocation,
        @Nullable Long invitationSeconds,
        @Nullable Long invitationsPerInviter,
        @Nullable Long invitationsPerCustomer,
        @Nullable Long invitationsPerRecipient,
        @Nullable Long endedInvitationsSeconds) {}
