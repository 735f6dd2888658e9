package dev.foyer.api.admin;

import dev.foyer.api.JsonBody;
import dev.foyer.enablement.Enablement;
import dev.foyer.enablement.EnablementState;
import dev.foyer.enablement.keycloak.EnablementServices;
import dev.foyer.enablement.keycloak.KeptSettings;
import dev.foyer.representation.CustomerAccountsDetails;
import dev.foyer.representation.CustomerAccountsRepresentation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.keycloak.events.admin.OperationType;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** {@code /admin/realms/{realm}/customer-accounts}: whether the realm has them, and what it has set for them. */
@Produces(MediaType.APPLICATION_JSON)
public final class CustomerAccountsResource {

    private final Enablement accounts;
    private final KeptSettings settings;
    private final AdminPermissionEvaluator auth;
    private final AdminEventBuilder adminEvent;

    CustomerAccountsResource(EnablementServices services, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent) {
        this.accounts = services.enablement();
        this.settings = services.settings();
        this.auth = auth;
        this.adminEvent = adminEvent;
    }

    @Operation(summary = "Tells how customer accounts stand in the realm")
    @GET
    public CustomerAccountsRepresentation get() {
        auth.realm().requireViewRealm();
        return representation();
    }

    /** Where they are enabled, adds what is missing. */
    @Operation(summary = "Enables customer accounts, and sets what is given")
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public CustomerAccountsRepresentation enable(
            @RequestBody(
                            required = false,
                            content = @Content(schema = @Schema(implementation = CustomerAccountsDetails.class)))
                    JsonBody body) {
        auth.realm().requireManageRealm();
        CustomerAccountsDetails given =
                body.isEmpty() ? new CustomerAccountsDetails(null, null) : body.as(CustomerAccountsDetails.class);
        boolean set = given.settings() != null && settings.keep(SettingsForm.texts(given.settings()));
        boolean switched = Boolean.FALSE.equals(given.enabled()) ? accounts.pause() : accounts.enable();
        return report(set || switched, OperationType.UPDATE);
    }

    @Operation(summary = "Takes away what enabling has added; the customers stay in the database")
    @DELETE
    public CustomerAccountsRepresentation disable() {
        auth.realm().requireManageRealm();
        return report(accounts.disable(), OperationType.DELETE);
    }

    private CustomerAccountsRepresentation report(boolean changed, OperationType operation) {
        CustomerAccountsRepresentation representation = representation();
        if (changed) {
            adminEvent
                    .operation(operation)
                    .resource("CUSTOMER_ACCOUNTS")
                    .resourcePath(CustomerAccountsResourceProviderFactory.ID)
                    .representation(representation)
                    .success();
        }
        return representation;
    }

    private CustomerAccountsRepresentation representation() {
        EnablementState state = accounts.state();
        return new CustomerAccountsRepresentation(
                state.enabled(), state.added(), state.missing(), SettingsForm.representation(settings.all()));
    }
}
