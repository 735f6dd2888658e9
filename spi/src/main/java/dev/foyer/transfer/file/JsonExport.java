package dev.foyer.transfer.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.foyer.customer.ContactType;
import dev.foyer.customer.Customer;
import dev.foyer.membership.Membership;
import dev.foyer.membership.Permission;
import dev.foyer.membership.Person;
import dev.foyer.text.Name;
import dev.foyer.transfer.CustomerExport.Target;
import dev.foyer.transfer.ExportedMembership;
import dev.foyer.transfer.Field;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes the document that {@link JsonFile} reads, a customer a line. The same customers give the same bytes, whatever ids
 * they have and in whatever order their members come; for that, one customer's members are held in memory, as text.
 */
public final class JsonExport implements Target {

    /** The most that the members on one line take together, in characters: far below what one line may take. */
    private static final int MAX_LINE = 1 << 20;

    private static final String CUSTOMERS = "customers";

    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator json;
    private final List<String> members = new ArrayList<>();
    private final Set<Name> contactTypes = new LinkedHashSet<>();
    private @Nullable Customer current;

    public JsonExport(OutputStream out) throws IOException {
        json = FACTORY.createGenerator(out).setPrettyPrinter(new CustomerALine());
        json.writeStartObject();
        json.writeArrayFieldStart(CUSTOMERS);
    }

    @Override
    public void customer(Customer customer) {
        finish();
        current = customer;
        customer.contactTypes().stream()
                .filter(type -> !type.permanent())
                .map(ContactType::name)
                .forEach(contactTypes::add);
    }

    @Override
    public void member(ExportedMembership member) {
        // A type that was added since the customer was read.
        member.membership().contactTypes().stream()
                .filter(type -> !type.permanent())
                .map(ContactType::name)
                .forEach(contactTypes::add);
        members.add(text(member));
    }

    @Override
    public void permissions(SortedSet<Permission> own) {
        finish();
        write(() -> {
            json.writeEndArray();
            texts(json, "permissions", own);
            json.writeEndObject();
            json.writeRaw('\n');
            json.flush();
        });
    }

    private void finish() {
        if (current != null) {
            Customer customer = current;
            Collections.sort(members);
            write(() -> lines(customer));
            members.clear();
            contactTypes.clear();
        }
    }

    /** More than one line for a customer with very many members; only the first says what the customer is. */
    private void lines(Customer customer) throws IOException {
        int written = 0;
        do {
            json.writeStartObject();
            json.writeStringField(Field.NUMBER.property(), customer.number().value());
            if (written == 0) {
                describe(customer);
            }
            json.writeArrayFieldStart("members");
            for (int length = 0; written < members.size() && length < MAX_LINE; written++) {
                String member = members.get(written);
                json.writeRawValue(member);
                length += member.length();
            }
            json.writeEndArray();
            json.writeEndObject();
        } while (written < members.size());
    }

    private void describe(Customer customer) throws IOException {
        json.writeStringField(Field.NAME.property(), customer.name().value());
        json.writeStringField(Field.TYPE.property(), customer.type().key());
        json.writeStringField(Field.STATE.property(), customer.state().key());
        json.writeBooleanField(Field.AGENCY.property(), customer.agency());
        json.writeBooleanField(Field.SECOND_FACTOR_REQUIRED.property(), customer.secondFactorRequired());
        moment(json, Field.CREATED_AT, customer.createdAt());
        texts(json, Field.CONTACT_TYPES.property(), contactTypes);
    }

    private static String text(ExportedMembership member) {
        StringWriter text = new StringWriter();
        write(() -> {
            try (JsonGenerator json = FACTORY.createGenerator(text)) {
                describe(json, member);
            }
        });
        return text.toString();
    }

    private static void describe(JsonGenerator json, ExportedMembership member) throws IOException {
        Membership membership = member.membership();
        Person person = member.person();
        json.writeStartObject();
        json.writeStringField(Field.KIND.property(), membership.kind().key());
        text(json, Field.USER, member.username());
        json.writeStringField(Field.MEMBER_STATE.property(), member.state().key());
        moment(json, Field.MEMBER_CREATED_AT, membership.createdAt());
        Instant endsAt = membership.endsAt();
        if (endsAt != null) {
            moment(json, Field.ENDS_AT, endsAt);
        }
        text(json, Field.FIRST_NAME, person.firstName());
        text(json, Field.LAST_NAME, person.lastName());
        text(json, Field.EMAIL, person.email());
        text(json, Field.PHONE, person.phone());
        texts(json, Field.PERMISSIONS.property(), membership.permissions());
        texts(
                json,
                Field.MEMBER_CONTACT_TYPES.property(),
                membership.contactTypes().stream()
                        .map(ContactType::name)
                        .sorted()
                        .toList());
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, Field field, @Nullable Object value) throws IOException {
        if (value != null) {
            json.writeStringField(field.property(), value.toString());
        }
    }

    private static void moment(JsonGenerator json, Field field, Instant moment) throws IOException {
        json.writeStringField(field.property(), moment.toString());
    }

    private static void texts(JsonGenerator json, String name, Collection<?> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (Object value : values) {
            json.writeString(value.toString());
        }
        json.writeEndArray();
    }

    private static void write(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static final class CustomerALine extends MinimalPrettyPrinter {

        private static final long serialVersionUID = 1L;

        @Override
        public void beforeArrayValues(JsonGenerator json) throws IOException {
            if (isListOfCustomers(json)) {
                json.writeRaw('\n');
            }
        }

        @Override
        public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
            json.writeRaw(isListOfCustomers(json) ? ",\n" : ",");
        }

        private static boolean isListOfCustomers(JsonGenerator json) {
            JsonStreamContext list = json.getOutputContext();
            return list.getNestingDepth() == 2
                    && CUSTOMERS.equals(list.getParent().getCurrentName());
        }
    }
}
