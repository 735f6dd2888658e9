package dev.foyer.api;

import dev.foyer.membership.MembershipKind;
import dev.foyer.membership.MembershipQueries.Filter;
import dev.foyer.membership.MembershipQueries.Sort;
import dev.foyer.membership.MembershipState;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Which memberships a request asks for, and which page of them. */
public record MembershipQuery(
        @QueryParam("state") @Nullable String state,
        @QueryParam("kind") @Nullable String kind,
        @QueryParam("permission") @Nullable String permission,
        @QueryParam("contactType") @Nullable String contactType,
        @QueryParam("search") @Nullable String search,
        @QueryParam("sort") @Nullable String sort,
        @QueryParam("order") @Nullable String order,
        @QueryParam("limit") @Nullable String limit,
        @QueryParam("cursor") @Nullable String cursor) {

    public Filter filter() {
        return new Filter(
                RequestValues.parameter("state", state, RequestValues.oneOf(MembershipState.class)),
                RequestValues.parameter("kind", kind, RequestValues.oneOf(MembershipKind.class)),
                permission,
                contactType,
                search);
    }

    public Paging<Sort> paging() {
        return Paging.of(Sort.class, sort, order, limit, cursor);
    }
}
