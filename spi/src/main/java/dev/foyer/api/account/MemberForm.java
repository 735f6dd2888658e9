package dev.foyer.api.account;

import dev.foyer.api.MembershipForm;
import dev.foyer.membership.Membership;
import dev.foyer.membership.Person;
import dev.foyer.representation.MemberRepresentation;
import dev.foyer.representation.PersonRepresentation;
import java.util.Optional;
import org.keycloak.models.UserModel;

/** How members are shown to each other. */
final class MemberForm {

    private MemberForm() {}

    static MemberRepresentation representation(Membership member, SelfServiceCall call) {
        return new MemberRepresentation(
                member.id(),
                member.kind().key(),
                member.state().key(),
                call.caller().getId().equals(member.userId()),
                person(member, call),
                MembershipForm.permissions(member),
                MembershipForm.contactTypes(member),
                member.createdAt().toEpochMilli(),
                MembershipForm.endsAt(member),
                MembershipForm.representation(member.addressChange()));
    }

    /** Of who has entered the account and is not described here, the name that they gave themselves. */
    private static PersonRepresentation person(Membership member, SelfServiceCall call) {
        Person person = member.person();
        boolean named = person.firstName() != null || person.lastName() != null;
        // Before that nobody learns whether there is a user.
        Optional<UserModel> user = named || !member.hasEntered()
                ? Optional.empty()
                : Optional.ofNullable(member.userId()).flatMap(call::user);
        PersonRepresentation recorded = MembershipForm.representation(person);
        return user.map(self -> new PersonRepresentation(
                        self.getFirstName(), self.getLastName(), recorded.email(), recorded.phone()))
                .orElse(recorded);
    }
}
