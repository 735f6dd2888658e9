package dev.foyer.api;

import dev.foyer.Page;
import dev.foyer.membership.MembershipKind;
import dev.foyer.membership.MembershipQueries.Filter;
import dev.foyer.membership.MembershipQueries.Listed;
import dev.foyer.membership.MembershipQueries.Sort;
import dev.foyer.membership.MembershipState;
import dev.foyer.membership.Profile;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.function.BiFunction;
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

    /**
     * The page that is asked for.
     *
     * @param list gives the memberships that there are to choose from
     * @param representation of one, with what its member is called by now
     */
    public Response answer(
            Call call,
            BiFunction<Filter, Page.Request<Sort>, Page<Listed>> list,
            BiFunction<Listed, @Nullable Profile, ?> representation) {
        Filter filter = filter();
        Paging<Sort> paging = Paging.of(Sort.class, sort, order, limit, cursor);
        Page<Listed> page = list.apply(filter, paging.request());
        Map<String, Profile> profiles = call.memberships()
                .profiles()
                .ofMembers(page.items().stream().map(Listed::membership).toList());
        return paging.answer(
                call.uri(),
                page,
                listed -> representation.apply(
                        listed, profiles.get(String.valueOf(listed.membership().userId()))));
    }

    private Filter filter() {
        return new Filter(
                RequestValues.parameter("state", state, RequestValues.oneOf(MembershipState.class)),
                RequestValues.parameter("kind", kind, RequestValues.oneOf(MembershipKind.class)),
                permission,
                contactType,
                search);
    }
}
