package dev.foyer.api.account;

import dev.foyer.api.MembershipForm;
import dev.foyer.membership.Membership;
import dev.foyer.membership.Profile;
import dev.foyer.representation.MemberRepresentation;
import org.jspecify.annotations.Nullable;

/** How members are shown to each other. */
final class MemberForm {

    private MemberForm() {}

    static MemberRepresentation representation(Membership member, SelfServiceCall call) {
        return representation(member, call.memberships().profiles().find(member).orElse(null), call);
    }

    /** @param profile of who has entered the account: what they call themselves */
    static MemberRepresentation representation(Membership member, @Nullable Profile profile, SelfServiceCall call) {
        return new MemberRepresentation(
                member.id(),
                member.kind().key(),
                member.state().key(),
                call.caller().getId().equals(member.userId()),
                MembershipForm.representation(member, profile),
                MembershipForm.permissions(member),
                MembershipForm.contactTypes(member),
                member.createdAt().toEpochMilli(),
                MembershipForm.endsAt(member),
                MembershipForm.representation(member.addressChange()));
    }
}
