package dev.foyer.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.CustomerType;
import dev.foyer.membership.MembershipKind;
import dev.foyer.membership.PermissionCatalogue;
import dev.foyer.text.Name;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TokenTest {

    @Test
    void theClaimIsSmallEvenWithEveryBuiltInPermission() throws Exception {
        var claim = new AccountClaim(
                "6f1c1c52-4b0e-4b3c-9f07-0f9f2f5d8a11",
                new AccountNumber("C-10023"),
                new Name("Acme S.p.A."),
                CustomerType.COMPANY,
                MembershipKind.GUEST,
                PermissionCatalogue.BUILT_IN.permissions().stream()
                        .map(Object::toString)
                        .collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(List.of("Purchasing", "Prepress")),
                true);

        assertThat(new ObjectMapper().writeValueAsString(claim.toMap()))
                .isEqualTo(
                        "{\"id\":\"6f1c1c52-4b0e-4b3c-9f07-0f9f2f5d8a11\",\"number\":\"C-10023\",\"name\":\"Acme S.p.A.\","
                                + "\"type\":\"company\",\"membership\":\"guest\",\"permissions\":[\"billing\",\"contacts\",\"orders\","
                                + "\"provisioning\",\"security\",\"support\",\"system-configuration\"],"
                                + "\"contact_types\":[\"Prepress\",\"Purchasing\"],\"agency\":true}")
                .hasSizeLessThan(400);
    }

    @Test
    void aScopeCarriesOnePin() {
        String pinned = PinnedScope.pin("openid account:other  email", "id-1");

        assertThat(pinned).isEqualTo("openid email account:id-1");
        assertThat(PinnedScope.read(pinned)).contains("id-1");
        assertThat(PinnedScope.read("openid account")).isEmpty();
        assertThat(PinnedScope.pin("", "id-1")).isEqualTo("account:id-1");
    }
}
