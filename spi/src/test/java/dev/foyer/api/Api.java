package dev.foyer.api;

import dev.foyer.api.account.SelfServiceResource;
import dev.foyer.api.admin.CustomerAccountsResource;
import dev.foyer.api.admin.CustomersResource;
import dev.foyer.staff.StaffRole;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;

/** The APIs that there are, each with a document of its own. */
enum Api {
    ADMIN(
            AdminRoot.class,
            "openapi.json",
            "Customers of a Keycloak realm",
            "The admin API of Foyer, customer accounts for Keycloak",
            "A token of an admin with the role that the operation names",
            "/admin/realms/{realm}") {
        @Override
        String role(HttpMethod method, String path) {
            if (path.endsWith("/customer-accounts")) {
                return method == HttpMethod.GET ? "view-realm" : "manage-realm";
            }
            boolean reads = method == HttpMethod.GET && !path.endsWith("/export");
            return (reads ? StaffRole.VIEW_CUSTOMERS : StaffRole.MANAGE_CUSTOMERS).key();
        }
    },
    SELF_SERVICE(
            SelfServiceRoot.class,
            "self-service-openapi.json",
            "My customer accounts",
            "The self-service API of Foyer, customer accounts for Keycloak",
            "A token for the client account with the role of that client that the operation names",
            "/realms/{realm}/customer-accounts") {
        @Override
        String role(HttpMethod method, String path) {
            return method == HttpMethod.GET ? "view-profile" : "manage-account";
        }
    };

    final Class<?> root;
    final String file;
    final String title;
    final String description;
    final String token;
    private final String prefix;

    Api(Class<?> root, String file, String title, String description, String token, String prefix) {
        this.root = root;
        this.file = file;
        this.title = title;
        this.description = description;
        this.token = token;
        this.prefix = prefix;
    }

    /** The role that an operation takes. */
    abstract String role(HttpMethod method, String path);

    /** Such as {@code get-customers-id-contact-types}. */
    String operationId(HttpMethod method, String path) {
        String place = path.substring(prefix.length())
                .replace("{", "")
                .replace("}", "")
                .replace('/', '-');
        return method.name().toLowerCase(java.util.Locale.ROOT) + place;
    }

    /** Where Keycloak hangs the resources in. */
    @Path("/admin/realms/{realm}")
    static class AdminRoot {

        @Path("customers")
        public CustomersResource customers() {
            throw new UnsupportedOperationException("Nobody calls it: it is read");
        }

        @Path("customer-accounts")
        public CustomerAccountsResource customerAccounts() {
            throw new UnsupportedOperationException("Nobody calls it: it is read");
        }
    }

    /** Where Keycloak hangs the resources in. */
    @Path("/realms/{realm}")
    static class SelfServiceRoot {

        @Path("customer-accounts")
        public SelfServiceResource customerAccounts() {
            throw new UnsupportedOperationException("Nobody calls it: it is read");
        }
    }
}
