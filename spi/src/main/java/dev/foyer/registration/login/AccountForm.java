package dev.foyer.registration.login;

import dev.foyer.Refusal;
import dev.foyer.customer.CustomerType;
import dev.foyer.text.Name;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.UserModel;

/**
 * What somebody who registers has typed about the account to be opened. A page without these fields opens accounts for
 * private persons.
 *
 * @param company the company's name
 * @param person what the account of a private person is called
 */
public record AccountForm(CustomerType type, String company, String person) {

    /** The field that says for whom: the key of a {@link CustomerType}. */
    static final String TYPE = "foyer-account-type";

    /** The field for the name of a company. */
    static final String COMPANY = "foyer-company";

    static AccountForm of(MultivaluedMap<String, String> form) {
        boolean isCompany = CustomerType.COMPANY.key().equals(form.getFirst(TYPE));
        return new AccountForm(
                isCompany ? CustomerType.COMPANY : CustomerType.INDIVIDUAL, text(form, COMPANY), person(form));
    }

    /** For the page: whether the account is for a company. */
    public boolean isForCompany() {
        return type == CustomerType.COMPANY;
    }

    /** For the page: the company's name as it was typed. */
    public String getCompanyName() {
        return company;
    }

    /** @throws Refusal as {@link Name} */
    Name name() {
        return new Name(isForCompany() ? company : person);
    }

    /** Why no account can be opened with this name; empty if one can. */
    Optional<Refusal> refusal() {
        try {
            name();
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal);
        }
    }

    /** The field that the name comes from. */
    String field() {
        return isForCompany() ? COMPANY : UserModel.LAST_NAME;
    }

    /** The whole name or, in a realm that does not ask for one, what the person signs in with. */
    private static String person(MultivaluedMap<String, String> form) {
        String name = Stream.of(UserModel.FIRST_NAME, UserModel.LAST_NAME)
                .map(field -> text(form, field))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
        return Stream.of(name, text(form, UserModel.USERNAME), text(form, UserModel.EMAIL))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    private static String text(MultivaluedMap<String, String> form, String field) {
        return Objects.requireNonNullElse(form.getFirst(field), "");
    }
}
