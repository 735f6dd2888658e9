package dev.foyer.api;

import dev.foyer.contacts.InvitationRequest;
import dev.foyer.customer.AccountNumber;
import dev.foyer.customer.Customer;
import dev.foyer.invitation.InvitationOptions.Redirect;
import dev.foyer.membership.Permission;
import dev.foyer.membership.PermissionCatalogue;
import dev.foyer.representation.CustomerRepresentation;
import dev.foyer.representation.PersonRepresentation;
import dev.foyer.representation.ProblemRepresentation;
import dev.foyer.representation.RedirectRepresentation;
import dev.foyer.text.EmailAddress;
import dev.foyer.text.Message;
import dev.foyer.text.Name;
import dev.foyer.text.PhoneNumber;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jspecify.annotations.Nullable;

/** What holds for every operation and every representation, said once. */
final class OpenApiConventions implements OASFilter {

    private static final String PROBLEM = ProblemRepresentation.class.getSimpleName();

    /** Keycloak itself can give these answers, in its own form, before anything of ours is asked. */
    private static final Set<String> KEYCLOAKS = Set.of("401", "403", "404");

    /** Where an answer can be to come back later. */
    private static final Set<String> LIMITED = Set.of("/memberships", "/members", "/invitations", "/resend", "/import");

    /** How many a list of a request can have. */
    private static final Map<String, Integer> LISTS = Map.of(
            "addresses", InvitationRequest.MOST,
            "permissions", PermissionCatalogue.MAX,
            "contactTypes", Customer.MAX_CONTACT_TYPES);

    /** How long a text of a request can be, one in a list included. */
    private static final Map<String, Integer> TEXTS = Map.of(
            "name", Name.MAX_LENGTH,
            "number", AccountNumber.MAX_LENGTH,
            "key", Permission.MAX_LENGTH,
            "message", Message.MAX_LENGTH,
            "uri", Redirect.MAX_URI,
            "email", EmailAddress.MAX_LENGTH,
            "phone", PhoneNumber.MAX_LENGTH,
            "permissions", Permission.MAX_LENGTH,
            "contactTypes", Name.MAX_LENGTH);

    /** What else stands in requests, besides what is called details. */
    private static final Set<Class<?>> ASKED = Set.of(PersonRepresentation.class, RedirectRepresentation.class);

    private final Api api;

    OpenApiConventions(Api api) {
        this.api = api;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.setInfo(OASFactory.createInfo()
                .title(api.title)
                .version("1")
                .description(api.description)
                .license(OASFactory.createLicense().name("Apache-2.0").identifier("Apache-2.0")));
        document.getComponents().addSchema(PROBLEM, problem());
        document.getComponents()
                .addSecurityScheme(
                        "token",
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description(api.token));
        document.getComponents().getSchemas().forEach(OpenApiConventions::complete);
        document.getPaths().getPathItems().forEach(this::complete);
    }

    /** No operation names it: it comes with all of them. */
    private static Schema problem() {
        Schema problem = OASFactory.createSchema().addType(SchemaType.OBJECT);
        for (RecordComponent member : ProblemRepresentation.class.getRecordComponents()) {
            SchemaType type = member.getType() == int.class ? SchemaType.INTEGER : SchemaType.STRING;
            problem.addProperty(member.getName(), OASFactory.createSchema().addType(type));
        }
        return problem;
    }

    /** A representation has the members that it has, and no other. */
    private static void complete(String name, Schema schema) {
        Class<?> type = representation(name);
        if (type == null) {
            return;
        }
        if (name.endsWith("Details") || ASKED.contains(type)) {
            schema.getProperties().forEach(OpenApiConventions::limit);
        }
        List<String> required = new ArrayList<>();
        for (RecordComponent member : type.getRecordComponents()) {
            if (!member.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(member.getName());
            }
        }
        if (!required.isEmpty()) {
            schema.setRequired(required);
        }
        schema.setAdditionalPropertiesSchema(
                OASFactory.createSchema().booleanSchema(type == ProblemRepresentation.class));
    }

    private static void limit(String name, Schema property) {
        Schema text = property.getItems() == null ? property : property.getItems();
        text.setMaxLength(TEXTS.get(name));
        if (property.getItems() != null) {
            property.setMaxItems(LISTS.get(name));
        }
    }

    private static @Nullable Class<?> representation(String name) {
        try {
            return Class.forName(CustomerRepresentation.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException notOurs) {
            return null;
        }
    }

    private void complete(String path, PathItem item) {
        item.addParameter(OASFactory.createParameter()
                .name("realm")
                .in(Parameter.In.PATH)
                .required(true)
                .schema(OASFactory.createSchema().addType(SchemaType.STRING)));
        item.getOperations().forEach((method, operation) -> {
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme("token", api.role(method, path)));
            operation.setOperationId(api.operationId(method, path));
            problem(operation, "401", "No valid token");
            problem(operation, "403", "Not allowed to this caller");
            problem(operation, "404", "Not there, or not for this caller; or the realm has no customer accounts");
            if (operation.getRequestBody() != null || operation.getParameters() != null) {
                problem(operation, "400", "Something in the request is wrong");
            }
            if (operation.getRequestBody() != null) {
                problem(operation, "413", "The body is too large");
            }
            switch (method) {
                case GET -> {
                    if (isOneThing(path)) {
                        tagged(operation, "200");
                    }
                }
                case POST -> {
                    post(operation);
                    if (path.endsWith("/memberships")) {
                        problem(operation, "502", "The mail to a new user could not be sent");
                    }
                    if (LIMITED.stream().anyMatch(path::endsWith)) {
                        problem(operation, "429", "Too often, or too many at once: Retry-After says when");
                    }
                    optionallyConditional(path, operation);
                }
                case PATCH -> patch(operation);
                default -> {
                    problem(operation, "409", "It contradicts what is there");
                    if (operation.getRequestBody() != null) {
                        problem(operation, "413", "The body is too large");
                    }
                    optionallyConditional(path, operation);
                }
            }
        });
    }

    private static void post(Operation operation) {
        problem(operation, "409", "It contradicts what is there, or the same request is under way");
        APIResponse created = operation.getResponses().getAPIResponse("201");
        if (created == null) {
            return;
        }
        problem(operation, "422", "The idempotency key came with another request");
        created.addHeader("Location", text("Where it is"));
        tagged(operation, "201");
        operation.addParameter(
                header("Idempotency-Key", "Makes sure that the same request sent again creates nothing more"));
    }

    /** The other changes of a membership can name what they are made for. */
    private static void optionallyConditional(String path, Operation operation) {
        if (path.contains("{membershipId}") && !path.contains("/invitations")) {
            problem(operation, "412", "It has changed since it was read");
            operation.addParameter(header("If-Match", "The ETag of what the change was made for"));
        }
    }

    private static void patch(Operation operation) {
        problem(operation, "409", "It contradicts what is there");
        problem(operation, "412", "It has changed since it was read");
        problem(operation, "428", "If-Match is missing");
        tagged(operation, "200");
        operation.addParameter(
                header("If-Match", "The ETag of what the change was made for").required(true));
    }

    private static void problem(Operation operation, String status, String description) {
        Content content = OASFactory.createContent()
                .addMediaType(
                        ProblemDetails.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(PROBLEM)));
        if (KEYCLOAKS.contains(status)) {
            content.addMediaType(MediaType.APPLICATION_JSON, OASFactory.createMediaType());
        }
        operation
                .getResponses()
                .addAPIResponse(
                        status,
                        OASFactory.createAPIResponse().description(description).content(content));
    }

    private static void tagged(Operation operation, String status) {
        APIResponse response = operation.getResponses().getAPIResponse(status);
        if (response != null) {
            response.addHeader("ETag", text("What a change has to name"));
        }
    }

    private static Header text(String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(SchemaType.STRING));
    }

    private static Parameter header(String name, String description) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .description(description)
                .schema(OASFactory.createSchema().addType(SchemaType.STRING));
    }

    private static boolean isOneThing(String path) {
        return path.endsWith("/customers/{id}") || path.endsWith("/{accountId}") || path.endsWith("/{membershipId}");
    }
}
