package dev.foyer.api;

import dev.foyer.contacts.ContactTypeManagement;
import dev.foyer.customer.ContactType;
import dev.foyer.representation.ContactTypeDetails;
import dev.foyer.representation.ContactTypeRepresentation;
import dev.foyer.text.Name;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Consumer;

/** The contact types of one customer, whichever API they are reached by. Who may, and who is told, is that API's. */
public record CustomerContactTypes(Call call, String customerId) {

    /** All of them, the permanent one first. */
    public List<ContactTypeRepresentation> list() {
        return management().list(customerId).stream()
                .map(CustomerContactTypes::representation)
                .toList();
    }

    /** @param report tells that one was added */
    public Response add(JsonBody body, Consumer<ContactTypeRepresentation> report) {
        Name name = name(body);
        return call.create(body, () -> {
            ContactTypeRepresentation added = representation(management().add(call.actor(), customerId, name));
            report.accept(added);
            return Call.created(added.id(), added);
        });
    }

    public ContactTypeRepresentation rename(String typeId, JsonBody body) {
        return representation(management().rename(call.actor(), customerId, typeId, name(body)));
    }

    /** @return what is no more */
    public ContactTypeRepresentation remove(String typeId) {
        return representation(management().remove(call.actor(), customerId, typeId));
    }

    private ContactTypeManagement management() {
        return call.contacts().contactTypes();
    }

    private static Name name(JsonBody body) {
        return RequestValues.required("name", body.as(ContactTypeDetails.class).name(), Name::new);
    }

    private static ContactTypeRepresentation representation(ContactType type) {
        return new ContactTypeRepresentation(type.id(), type.name().value(), type.permanent());
    }
}
