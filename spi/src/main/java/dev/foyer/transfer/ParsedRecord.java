package dev.foyer.transfer;

import dev.foyer.customer.AccountNumber;
import dev.foyer.membership.PermissionCatalogue;
import dev.foyer.text.Name;
import dev.foyer.text.Username;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was understood of an entry by itself.
 *
 * @param members those that are right; what is wrong with the others has been told
 */
record ParsedRecord(ImportRecord entry, ParsedCustomer customer, List<ParsedMember> members) {

    static ParsedRecord of(ImportRecord entry, PermissionCatalogue catalogue, ImportProblems problems) {
        return new ParsedRecord(
                entry,
                ParsedCustomer.of(entry, problem -> problems.addOnce(entry, problem)),
                entry.members().stream()
                        .flatMap(member -> ParsedMember.of(member, catalogue, problems::add).stream())
                        .toList());
    }

    Optional<AccountNumber> number() {
        return Optional.ofNullable(customer.number());
    }

    Stream<Username> users() {
        return members.stream().flatMap(member -> Stream.ofNullable(member.user()));
    }

    Set<Name> memberContactTypes() {
        return members.stream()
                .flatMap(member -> member.contactTypes().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
