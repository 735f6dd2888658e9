import dev.foyer.client.FoyerResource;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.keycloak.admin.client.Keycloak;

/**
 * Loads customers from a JSON document into a realm, as {@code ./demo} does. With the admin client and what it needs on the
 * class path: {@code java LoadCustomers.java SERVER REALM DOCUMENT}. The password of the master realm's user {@code admin} is
 * read from the variable {@code KC_BOOTSTRAP_ADMIN_PASSWORD}.
 */
public class LoadCustomers {

    public static void main(String[] arguments) throws IOException {
        URI server = URI.create(arguments[0]);
        String password = System.getenv("KC_BOOTSTRAP_ADMIN_PASSWORD");
        try (Keycloak keycloak = Keycloak.getInstance(server.toString(), "master", "admin", password, "admin-cli");
                InputStream document = Files.newInputStream(Path.of(arguments[2]))) {
            FoyerResource foyer = keycloak.proxy(FoyerResource.class, server);
            System.out.println(foyer.customers(arguments[1]).importCustomers(document));
        }
    }
}
