package dev.foyer.contacts;

import dev.foyer.InputReason;
import dev.foyer.Refusal;
import dev.foyer.Refusal.Pointer;
import dev.foyer.customer.ContactType;
import dev.foyer.customer.Customer;
import dev.foyer.membership.Permission;
import dev.foyer.membership.PermissionCatalogue;
import dev.foyer.text.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a person is to be allowed and where they belong, in the words of a request: whether there is such a thing has not been
 * asked yet.
 *
 * @param permissions keys
 * @param contactTypes names
 */
public record Grant(List<@Nullable String> permissions, List<@Nullable String> contactTypes) {

    /** @throws Refusal {@code LIST_TOO_LONG} for more than there can be, said twice or not */
    public Grant {
        require("/permissions", permissions, PermissionCatalogue.MAX);
        require("/contactTypes", contactTypes, Customer.MAX_CONTACT_TYPES);
    }

    /** @throws Refusal {@code PERMISSION_UNKNOWN} or {@code VALUE_MISSING}, naming which */
    List<Permission> permissions(PermissionCatalogue catalogue) {
        return each("/permissions/", permissions, catalogue::require);
    }

    /** @throws Refusal {@code CONTACT_TYPE_UNKNOWN}, {@code VALUE_MISSING}, or as {@link Name}, naming which */
    List<ContactType> contactTypes(Customer customer) {
        return each("/contactTypes/", contactTypes, name -> customer.requireContactType(new Name(name)));
    }

    private static void require(String pointer, List<@Nullable String> texts, int most) {
        if (texts.size() > most) {
            throw new Refusal(InputReason.LIST_TOO_LONG, most).at(new Pointer(pointer));
        }
    }

    private static <T> List<T> each(String pointer, List<@Nullable String> texts, Function<String, T> type) {
        List<T> values = new ArrayList<>(texts.size());
        for (String text : texts) {
            Pointer place = new Pointer(pointer + values.size());
            if (text == null) {
                throw new Refusal(InputReason.VALUE_MISSING).at(place);
            }
            try {
                values.add(type.apply(text));
            } catch (Refusal refusal) {
                throw refusal.at(place);
            }
        }
        return values;
    }
}
