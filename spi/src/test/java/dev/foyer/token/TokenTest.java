package dev.foyer.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.CustomerType;
import dev.foyer.membership.PermissionCatalogue;
import dev.foyer.selection.AccountBinding;
import dev.foyer.selection.AccountRole;
import dev.foyer.selection.BoundScope;
import dev.foyer.text.Name;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {

    @Test
    void theClaimIsSmallEvenWithEveryBuiltInPermission() throws Exception {
        var claim = new AccountClaim(
                "6f1c1c52-4b0e-4b3c-9f07-0f9f2f5d8a11",
                new AccountNumber("C-10023"),
                new Name("Acme S.p.A."),
                CustomerType.COMPANY,
                AccountRole.GUEST,
                PermissionCatalogue.BUILT_IN.permissions().stream()
                        .map(Object::toString)
                        .collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(List.of("Purchasing", "Prepress")),
                true,
                null,
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
    void anActorIsNamedWithTheIssuerThatKnowsThem() {
        assertThat(new Actor("id-1", "sam", null).toMap())
                .isEqualTo(Map.of("sub", "id-1", "preferred_username", "sam"));
        assertThat(new Actor("id-1", "sam", "https://id.example/realms/master").toMap())
                .containsEntry("iss", "https://id.example/realms/master");
    }

    @Test
    void aScopeCarriesOnePin() {
        AccountBinding binding = new AccountBinding("id-1", null);
        String bound = BoundScope.bind("openid account:other  email", binding);

        assertThat(bound).isEqualTo("openid email account:id-1");
        assertThat(BoundScope.read(bound)).contains(binding);
        assertThat(BoundScope.read("openid account")).isEmpty();
        assertThat(BoundScope.bind("", binding)).isEqualTo("account:id-1");
        assertThat(BoundScope.unbind(bound)).isEqualTo("openid email");
    }

    @Test
    void aPinOfStaffEndsAndOneOfAMemberDoesNot() {
        AccountBinding staff = new AccountBinding("id-1", Instant.ofEpochSecond(1_000));

        assertThat(staff).hasToString("id-1:1000");
        assertThat(BoundScope.read(BoundScope.bind("openid", staff))).contains(staff);
        assertThat(staff.isOver(Instant.ofEpochSecond(1_000).minusMillis(1))).isFalse();
        assertThat(staff.isOver(Instant.ofEpochSecond(1_000))).isTrue();
        assertThat(new AccountBinding("id-1", null).isOver(Instant.MAX)).isFalse();
        assertThat(AccountBinding.parse("id-1:999999999999999999"))
                .hasValueSatisfying(
                        foreign -> assertThat(foreign.isOver(Instant.now())).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "id:", "id:x", "id:-1", "id:1:2", "id:99999999999999999999", "i d"})
    void whatNoPinWroteIsNone(String notation) {
        assertThat(AccountBinding.parse(notation)).isEmpty();
    }
}
