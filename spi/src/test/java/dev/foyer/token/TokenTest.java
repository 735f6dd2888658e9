package dev.foyer.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.CustomerType;
import dev.foyer.membership.PermissionCatalogue;
import dev.foyer.selection.Capacity;
import dev.foyer.text.Name;
import java.util.List;
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
                Capacity.GUEST,
                PermissionCatalogue.BUILT_IN.permissions().stream()
                        .map(Object::toString)
                        .collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(List.of("Purchasing", "Prepress")),
                true,
                null);

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
        Pin pin = new Pin("id-1", null);
        String pinned = PinnedScope.pin("openid account:other  email", pin);

        assertThat(pinned).isEqualTo("openid email account:id-1");
        assertThat(PinnedScope.read(pinned)).contains(pin);
        assertThat(PinnedScope.read("openid account")).isEmpty();
        assertThat(PinnedScope.pin("", pin)).isEqualTo("account:id-1");
        assertThat(PinnedScope.unpin(pinned)).isEqualTo("openid email");
    }

    @Test
    void aPinOfStaffEndsAndOneOfAMemberDoesNot() {
        Pin staff = new Pin("id-1", 1_000L);

        assertThat(PinnedScope.read(PinnedScope.pin("openid", staff))).contains(staff);
        assertThat(staff.isOver(999)).isFalse();
        assertThat(staff.isOver(1_000)).isTrue();
        assertThat(new Pin("id-1", null).isOver(Long.MAX_VALUE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "id:", "id:x", "id:-1", "id:1:2", "id:99999999999999999999", "i d"})
    void whatNoPinWroteIsNone(String notation) {
        assertThat(Pin.parse(notation)).isEmpty();
    }
}
