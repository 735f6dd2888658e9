package dev.foyer.membership.rest;

import dev.foyer.Page;
import dev.foyer.membership.MembershipDirectory.Filter;
import dev.foyer.membership.MembershipDirectory.Listed;
import dev.foyer.membership.MembershipDirectory.Sort;
import dev.foyer.membership.MembershipKind;
import dev.foyer.membership.MembershipState;
import dev.foyer.rest.AdminCall;
import dev.foyer.rest.Paging;
import dev.foyer.rest.Values;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Lists of memberships as requests ask for them and as they are answered. */
final class MembershipLists {

    private MembershipLists() {}

    static Filter filter(
            @Nullable String state,
            @Nullable String kind,
            @Nullable String permission,
            @Nullable String contactType,
            @Nullable String search) {
        return new Filter(
                Values.parameter("state", state, Values.oneOf(MembershipState.class)),
                Values.parameter("kind", kind, Values.oneOf(MembershipKind.class)),
                permission,
                contactType,
                search == null || search.isBlank() ? null : search);
    }

    static Response answer(AdminCall call, Paging<Sort> paging, Page<Listed> page) {
        return paging.answer(
                call.uri(),
                page.items().stream()
                        .map(listed -> MembershipForm.representation(listed, call))
                        .toList(),
                page.next());
    }
}
