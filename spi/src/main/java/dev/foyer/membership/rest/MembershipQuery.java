package dev.foyer.membership.rest;

import dev.foyer.membership.MembershipDirectory.Filter;
import dev.foyer.membership.MembershipDirectory.Sort;
import dev.foyer.membership.MembershipKind;
import dev.foyer.membership.MembershipState;
import dev.foyer.rest.Paging;
import dev.foyer.rest.Values;
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
                Values.parameter("state", state, Values.oneOf(MembershipState.class)),
                Values.parameter("kind", kind, Values.oneOf(MembershipKind.class)),
                permission,
                contactType,
                search);
    }

    public Paging<Sort> paging() {
        return Paging.of(Sort.class, sort, order, limit, cursor);
    }
}
