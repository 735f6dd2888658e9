package dev.foyer.api.admin;

import dev.foyer.api.MembershipForm;
import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.Customer;
import dev.foyer.membership.Membership;
import dev.foyer.membership.MembershipQueries.Listed;
import dev.foyer.membership.Profile;
import dev.foyer.representation.CustomerReference;
import dev.foyer.representation.MembershipRepresentation;
import dev.foyer.text.Name;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserModel;

/** Memberships as staff see them. */
record MembershipRepresentations(AdminCall call) {

    MembershipRepresentation of(Membership membership, Customer customer) {
        Profile profile = call.memberships().profiles().find(membership).orElse(null);
        return of(membership, customer.number(), customer.name(), profile);
    }

    MembershipRepresentation of(Listed listed, @Nullable Profile profile) {
        return of(listed.membership(), listed.number(), listed.customerName(), profile);
    }

    private MembershipRepresentation of(
            Membership membership, AccountNumber number, Name customerName, @Nullable Profile profile) {
        return new MembershipRepresentation(
                membership.id(),
                new CustomerReference(membership.customerId(), number.value(), customerName.value()),
                membership.kind().key(),
                membership.state().key(),
                membership.userId(),
                call.visibleUser(membership.userId())
                        .map(UserModel::getUsername)
                        .orElse(null),
                MembershipForm.representation(membership, profile),
                MembershipForm.permissions(membership),
                MembershipForm.contactTypes(membership),
                membership.createdAt().toEpochMilli(),
                MembershipForm.representation(membership.addressChange()));
    }
}
