package dev.foyer.token;

import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.CustomerType;
import dev.foyer.selection.Account;
import dev.foyer.selection.AccountRole;
import dev.foyer.text.Name;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The {@code account} claim: the account that the person acts for and what they may do there. Its size does not depend on
 * how many accounts they have.
 *
 * @param id the customer's id, the value for applications to key on
 * @param number the account ID
 * @param role what the person is there
 * @param permissions the keys of what the membership allows
 * @param contactTypes the names of the departments the person is in
 * @param until when staff has to leave the account again; null for a member
 * @param secondFactorRequired whether it is only for those who have used a second factor; this is not told
 */
public record AccountClaim(
        String id,
        AccountNumber number,
        Name name,
        CustomerType type,
        AccountRole role,
        SortedSet<String> permissions,
        SortedSet<String> contactTypes,
        boolean agency,
        @Nullable Instant until,
        boolean secondFactorRequired) {

    /** The name of the claim and of the scope that asks for it. */
    public static final String NAME = Account.SCOPE;

    /** The member of the claim that says that the person has used a second factor, for this account or another. */
    public static final String SECOND_FACTOR = "second_factor";

    public AccountClaim {
        permissions = new TreeSet<>(permissions);
        contactTypes = new TreeSet<>(contactTypes);
    }

    /** The claim as JSON's members, with moments in seconds since the epoch as everywhere in tokens. */
    public Map<String, Object> toMap() {
        Map<String, Object> claim = new LinkedHashMap<>();
        claim.put("id", id);
        claim.put("number", number.value());
        claim.put("name", name.value());
        claim.put("type", type.key());
        claim.put("membership", role.key());
        claim.put("permissions", List.copyOf(permissions));
        claim.put("contact_types", List.copyOf(contactTypes));
        claim.put("agency", agency);
        if (until != null) {
            claim.put("until", until.getEpochSecond());
        }
        return claim;
    }
}
