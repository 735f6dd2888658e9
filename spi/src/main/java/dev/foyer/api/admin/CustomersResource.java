package dev.foyer.api.admin;

import dev.foyer.Page;
import dev.foyer.api.Call;
import dev.foyer.api.CustomerForm;
import dev.foyer.api.JsonBody;
import dev.foyer.api.Paging;
import dev.foyer.api.RequestValues;
import dev.foyer.customer.Customer;
import dev.foyer.customer.CustomerQueries.Filter;
import dev.foyer.customer.CustomerQueries.Sort;
import dev.foyer.customer.CustomerState;
import dev.foyer.customer.CustomerType;
import dev.foyer.representation.CountRepresentation;
import dev.foyer.representation.CustomerDetails;
import dev.foyer.representation.CustomerRepresentation;
import dev.foyer.text.SearchTerms;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;

/** {@code /customers}: the customers of a realm, for its admins. */
public final class CustomersResource {

    /** The type of admin events about customers. */
    static final String EVENT = "CUSTOMER";

    /** How far customers are counted: what it costs must not grow with the realm. */
    private static final int COUNTED = 10_000;

    private final AdminCall call;
    private final ImportResource imports;
    private final ExportResource exports;

    CustomersResource(AdminCall call, ImportResource imports, ExportResource exports) {
        this.call = call;
        this.imports = imports;
        this.exports = exports;
    }

    /** Opens a customer. */
    @Operation(summary = "Opens a customer")
    @APIResponse(responseCode = "201", description = "Opened; Location ends with its id")
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response open(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = CustomerDetails.class)))
                    JsonBody body) {
        call.admins().requireManage();
        CustomerForm form = CustomerForm.of(body.as(CustomerDetails.class));
        return call.create(body, () -> {
            Customer customer = form.open(call.customers().service());
            var representation = CustomerForm.representation(customer);
            call.report(OperationType.CREATE, EVENT, representation, "customers", customer.id());
            return Call.created(customer.id(), representation);
        });
    }

    /** One page of customers. */
    @Operation(summary = "Lists customers")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content =
                    @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = CustomerRepresentation.class)))
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("type") @Nullable String type,
            @QueryParam("agency") @Nullable String agency,
            @QueryParam("search") @Nullable String search,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("order") @Nullable String order,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        call.admins().requireView();
        Filter filter = filter(state, type, agency, search);
        Paging<Sort> paging = Paging.of(Sort.class, sort, order, limit, cursor);
        Page<Customer> page = call.customers().queries().page(filter, paging.request());
        return paging.answer(call.uri(), page, CustomerForm::representation);
    }

    /** How many customers there are. */
    @Operation(summary = "Counts customers, up to 10,000")
    @APIResponse(
            responseCode = "200",
            description = "How many there are",
            content = @Content(schema = @Schema(implementation = CountRepresentation.class)))
    @GET
    @Path("count")
    @Produces(MediaType.APPLICATION_JSON)
    public CountRepresentation count(
            @QueryParam("state") @Nullable String state,
            @QueryParam("type") @Nullable String type,
            @QueryParam("agency") @Nullable String agency,
            @QueryParam("search") @Nullable String search) {
        call.admins().requireView();
        Filter filter = filter(state, type, agency, search);
        int count = call.customers().queries().count(filter, COUNTED + 1);
        return new CountRepresentation(Math.min(count, COUNTED), count > COUNTED);
    }

    @Path("{id}")
    public CustomerResource customer(@PathParam("id") String id, @Context Request request) {
        return new CustomerResource(call, id, request);
    }

    @Path("permissions")
    public PermissionsResource permissions() {
        return new PermissionsResource(call);
    }

    @Path("users/{userId}/memberships")
    public UserMembershipsResource memberships(@PathParam("userId") String userId) {
        return new UserMembershipsResource(call, userId);
    }

    @Path("users/{userId}/type")
    public UserTypeResource userType(@PathParam("userId") String userId) {
        return new UserTypeResource(call, userId);
    }

    /** What this API is, for programs: an OpenAPI 3.1 document. */
    @Operation(summary = "Reads this document")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @GET
    @Path("openapi")
    @Produces(MediaType.APPLICATION_JSON)
    public InputStream openApi() {
        call.admins().requireView();
        return Objects.requireNonNull(CustomersResource.class.getResourceAsStream("openapi.json"));
    }

    @Path("export")
    public ExportResource exports() {
        return exports;
    }

    @Path("import")
    public ImportResource imports() {
        return imports;
    }

    private static Filter filter(
            @Nullable String state, @Nullable String type, @Nullable String agency, @Nullable String search) {
        List<String> words = RequestValues.parameter("search", search, SearchTerms::wanted);
        return new Filter(
                RequestValues.parameter("state", state, RequestValues.oneOf(CustomerState.class)),
                RequestValues.parameter("type", type, RequestValues.oneOf(CustomerType.class)),
                RequestValues.parameter("agency", agency, RequestValues::flag),
                words == null ? List.of() : words);
    }
}
