package dev.foyer.transfer;

import static dev.foyer.transfer.Field.Shape.FLAG;
import static dev.foyer.transfer.Field.Shape.TEXT;

import dev.foyer.customer.Customer;
import dev.foyer.membership.PermissionCatalogue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What an import can say of a customer and of its members, under the names of the formats. */
public enum Field {
    NUMBER("number", "number", TEXT),
    NAME("name", "name", TEXT),
    TYPE("type", "type", TEXT),
    STATE("state", "state", TEXT),
    AGENCY("agency", "agency", FLAG),
    SECOND_FACTOR_REQUIRED("secondFactorRequired", "second_factor_required", FLAG),
    CREATED_AT("createdAt", "created_at", TEXT),
    CONTACT_TYPES("contactTypes", "", Customer.MAX_CONTACT_TYPES),

    KIND("kind", "kind", TEXT),
    USER("user", "user", TEXT),
    MEMBER_STATE("state", "member_state", TEXT),
    MEMBER_CREATED_AT("createdAt", "member_created_at", TEXT),
    ENDS_AT("endsAt", "ends_at", TEXT),
    FIRST_NAME("firstName", "first_name", TEXT),
    LAST_NAME("lastName", "last_name", TEXT),
    EMAIL("email", "email", TEXT),
    PHONE("phone", "phone", TEXT),
    PERMISSIONS("permissions", "permissions", PermissionCatalogue.MAX),
    MEMBER_CONTACT_TYPES("contactTypes", "contact_types", Customer.MAX_CONTACT_TYPES);

    /** What a customer has. */
    public static final Set<Field> OF_CUSTOMER = EnumSet.range(NUMBER, CONTACT_TYPES);

    /** What a member has. */
    public static final Set<Field> OF_MEMBER = EnumSet.range(KIND, MEMBER_CONTACT_TYPES);

    /** How a value is written. */
    public enum Shape {
        TEXT,
        FLAG,
        LIST
    }

    private final String property;
    private final String column;
    private final Shape shape;
    private final int most;

    Field(String property, String column, Shape shape) {
        this(property, column, shape, 1);
    }

    /** A list. */
    Field(String property, String column, int most) {
        this(property, column, Shape.LIST, most);
    }

    Field(String property, String column, Shape shape, int most) {
        this.property = property;
        this.column = column;
        this.shape = shape;
        this.most = most;
    }

    /** The field of this column. */
    public static Optional<Field> ofColumn(String name) {
        return Arrays.stream(values())
                .filter(field -> !name.isEmpty() && field.column.equals(name))
                .findFirst();
    }

    /** Its name in JSON. */
    public String property() {
        return property;
    }

    /** Its column in CSV; empty if it has none. */
    public String column() {
        return column;
    }

    public Shape shape() {
        return shape;
    }

    /** How many values there can be. */
    public int most() {
        return most;
    }
}
