package dev.foyer.client;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Where the admin API of customers begins: {@code keycloak.proxy(FoyerResource.class, server)}. */
@Path("/admin/realms")
public interface FoyerResource {

    @Path("{realm}/customers")
    CustomersResource customers(@PathParam("realm") String realm);
}
