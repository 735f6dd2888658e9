package dev.foyer.api.admin;

import dev.foyer.enablement.Enablement;
import dev.foyer.enablement.EnablementState;
import dev.foyer.representation.CustomerAccountsRepresentation;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.keycloak.events.admin.OperationType;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** {@code /admin/realms/{realm}/customer-accounts}: whether the realm has them. */
@Produces(MediaType.APPLICATION_JSON)
public final class CustomerAccountsResource {

    private final Enablement accounts;
    private final AdminPermissionEvaluator auth;
    private final AdminEventBuilder adminEvent;

    CustomerAccountsResource(Enablement accounts, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent) {
        this.accounts = accounts;
        this.auth = auth;
        this.adminEvent = adminEvent;
    }

    @GET
    public CustomerAccountsRepresentation get() {
        auth.realm().requireViewRealm();
        return representation();
    }

    /** Enables them. Where they are enabled, adds what is missing. */
    @PUT
    public CustomerAccountsRepresentation enable() {
        auth.realm().requireManageRealm();
        return report(accounts.enable(), OperationType.UPDATE);
    }

    /** Takes away what enabling has added; the customers stay in the database. */
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
        return new CustomerAccountsRepresentation(state.enabled(), state.added(), state.missing());
    }
}
