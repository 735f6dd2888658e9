package dev.foyer.tests.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.foyer.client.CustomerResource;
import dev.foyer.client.CustomersResource;
import dev.foyer.client.FoyerResource;
import dev.foyer.client.MembershipResource;
import dev.foyer.client.MergePatch;
import dev.foyer.client.Page;
import dev.foyer.representation.ContactDetails;
import dev.foyer.representation.ContactTypeDetails;
import dev.foyer.representation.CustomerDetails;
import dev.foyer.representation.CustomerRepresentation;
import dev.foyer.representation.ImportSummary;
import dev.foyer.representation.InvitationDetails;
import dev.foyer.representation.InvitationRepresentation;
import dev.foyer.representation.InvitationResult;
import dev.foyer.representation.MembershipRepresentation;
import dev.foyer.representation.PersonRepresentation;
import dev.foyer.representation.ProblemRepresentation;
import dev.foyer.tests.realm.TestRealm;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.keycloak.admin.client.CreatedResponseUtil;

/** The client for Java, on Keycloak's own. */
class AdminClientIT {
    private static final GenericType<List<CustomerRepresentation>> CUSTOMERS = new GenericType<>() {};
    private static final GenericType<List<MembershipRepresentation>> MEMBERSHIPS = new GenericType<>() {};

    @RegisterExtension
    static final TestRealm realm = new TestRealm();

    private final CustomersResource customers = realm.server()
            .admin()
            .proxy(FoyerResource.class, realm.server().url("/"))
            .customers(realm.name());

    @Test
    void aCustomerIsOpenedReadChangedAndRemoved() {
        CustomerDetails acme = new CustomerDetails("A-1", "Acme", "company", null, null, null);
        String id = CreatedResponseUtil.getCreatedId(customers.open("key-1", acme));
        assertThat(CreatedResponseUtil.getCreatedId(customers.open("key-1", acme)))
                .isEqualTo(id);
        CustomerResource customer = customers.customer(id);

        CustomerRepresentation changed = customer.patch(
                tag(customer.read()), MergePatch.of("agency", true).and("name", "Acme S.p.A."));

        assertThat(changed).isEqualTo(customer.get());
        assertThat(changed.name()).isEqualTo("Acme S.p.A.");
        assertThat(changed.agency()).isTrue();
        assertThatExceptionOfType(ClientErrorException.class)
                .isThrownBy(() -> customer.patch("\"stale\"", MergePatch.of("agency", false)))
                .satisfies(error -> assertThat(error.getResponse().getStatus()).isEqualTo(412))
                .satisfies(error -> assertThat(error.getResponse()
                                .readEntity(ProblemRepresentation.class)
                                .type())
                        .isEqualTo("tag:foyer.dev,2026:version-stale"));
        assertThat(customer.remove("A-1").contactTypes()).isEqualTo(1);
        assertThat(customers.count(null, null, null, "acme").count()).isZero();
    }

    @Test
    void peopleAreRegisteredAndTheirMembershipsChanged() {
        String id = CreatedResponseUtil.getCreatedId(
                customers.open(null, new CustomerDetails("B-1", "Beta", "company", null, null, null)));
        CustomerResource beta = customers.customer(id);
        CreatedResponseUtil.getCreatedId(beta.contactTypes().add(null, new ContactTypeDetails("Prepress")));
        PersonRepresentation luca = new PersonRepresentation("Luca", "Neri", "luca@beta.example", null);

        String membershipId = CreatedResponseUtil.getCreatedId(
                beta.register(null, new ContactDetails(luca, List.of("billing"), List.of("Prepress"), null)));

        Page<MembershipRepresentation> page = Page.of(
                beta.memberships("pending", null, "billing", "Prepress", "luca", null, null, null, null), MEMBERSHIPS);
        assertThat(page.items()).extracting(MembershipRepresentation::id).containsExactly(membershipId);
        MembershipResource membership = beta.membership(membershipId);
        MembershipRepresentation changed =
                membership.patch(tag(membership.read()), MergePatch.of("permissions", List.of("orders")));
        assertThat(changed.permissions()).containsExactly("orders");
        assertThat(changed.person()).isEqualTo(luca);

        List<InvitationResult> invited = beta.invitations()
                .invite(new InvitationDetails(
                        List.of("luca@beta.example", "not an address"), null, null, null, null, null, null, null));
        assertThat(invited).extracting(InvitationResult::membershipId).containsExactly(membershipId, null);
        InvitationRepresentation revoked = membership.invitations().revoke();
        assertThat(revoked.state()).isEqualTo("revoked");
        assertThat(revoked.endedBy()).isEqualTo("inviter");
        membership.invitations().resend();
        assertThat(membership.invitations().list())
                .extracting(InvitationRepresentation::state)
                .containsExactly("sent", "revoked");
    }

    @Test
    void pagesFollowEachOther() {
        IntStream.rangeClosed(1, 5)
                .forEach(i -> customers
                        .open(null, new CustomerDetails("P-" + i, "Paged " + i, "company", null, null, null))
                        .close());

        Page<CustomerRepresentation> first =
                Page.of(customers.list(null, null, null, "paged", "number", "desc", 3, null), CUSTOMERS);
        Page<CustomerRepresentation> second =
                Page.of(customers.list(null, null, null, "paged", "number", "desc", 3, first.cursor()), CUSTOMERS);

        assertThat(first.items()).extracting(CustomerRepresentation::number).containsExactly("P-5", "P-4", "P-3");
        assertThat(second.items()).extracting(CustomerRepresentation::number).containsExactly("P-2", "P-1");
        assertThat(second.cursor()).isNull();
    }

    @Test
    void customersGoInAndOutAsADocument() throws IOException {
        String document = "{\"customers\": [{\"number\": \"D-1\", \"name\": \"Documented\", \"type\": \"company\"}]}";

        ImportSummary summary =
                customers.importCustomers(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));

        assertThat(summary).isEqualTo(new ImportSummary(1, 1, 0, 0, 0));
        try (InputStream exported = customers.exportCustomers()) {
            assertThat(new String(exported.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("\"number\":\"D-1\"");
        }
    }

    private static String tag(Response read) {
        try (read) {
            return read.getHeaderString("ETag");
        }
    }
}
