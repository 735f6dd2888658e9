package dev.foyer.api.account;

import dev.foyer.Page;
import dev.foyer.api.Paging;
import dev.foyer.keycloak.KeycloakClock;
import dev.foyer.membership.MembershipQueries.Listed;
import dev.foyer.membership.MembershipQueries.Sort;
import dev.foyer.representation.AccountRepresentation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** {@code /accounts}: the accounts that are open to the caller. */
public final class AccountsResource {

    private final SelfServiceCall call;

    AccountsResource(SelfServiceCall call) {
        this.call = call;
    }

    /** One page of accounts. */
    @Operation(summary = "Lists my accounts")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = AccountRepresentation.class)))
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(
            @QueryParam("search") @Nullable String search,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("order") @Nullable String order,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        call.who().requireView();
        Paging<Sort> paging = Paging.of(Sort.class, sort, order, limit, cursor);
        Page<Listed> page = call.memberships()
                .queries()
                .openTo(call.caller().getId(), search, KeycloakClock.INSTANCE.instant(), paging.request());
        return paging.answer(call.uri(), AccountForm.representations(page, call), account -> account);
    }

    @Path("{accountId}")
    public AccountResource account(@PathParam("accountId") String accountId, @Context Request request) {
        return new AccountResource(call, accountId, request);
    }
}
