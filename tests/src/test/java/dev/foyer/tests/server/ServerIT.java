package dev.foyer.tests.server;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.info.ServerInfoRepresentation;

class ServerIT {
    private final KeycloakServer server = KeycloakServer.shared();

    @Test
    void foyerIsLoadedFromItsJar() {
        ServerInfoRepresentation info = server.admin().serverInfo().getInfo();

        assertThat(providers(info, "required-action")).contains("switch-account");
        assertThat(providers(info, "protocol-mapper")).contains("foyer-account-mapper", "foyer-user-type-mapper");
    }

    @Test
    void foyerHasItsTables() {
        assertThat(server.database()
                        .column("select lower(table_name) from information_schema.tables"
                                + " where lower(table_name) like 'foyer%'"))
                .contains("foyer_customer", "foyer_membership");
    }

    private static Set<String> providers(ServerInfoRepresentation info, String spi) {
        return requireNonNull(info.getProviders().get(spi), spi).getProviders().keySet();
    }
}
