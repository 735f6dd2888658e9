package dev.foyer.api.admin;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** {@code GET …/customers/export}: all customers, as the import takes them. */
public final class ExportResource {

    private static final String GZIP = "gzip";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;
    private final AdminEventBuilder adminEvent;

    public ExportResource(
            KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent) {
        this.session = session;
        this.realm = realm;
        this.auth = auth;
        this.adminEvent = adminEvent;
    }

    /** Needs the right to manage: seeing a customer is one thing, carrying all of them away another. */
    @Operation(summary = "Exports customers as the document that the import takes")
    @APIResponse(
            responseCode = "200",
            description = "All customers, packed if the request accepts gzip",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response export() {
        new CustomerAdmins(auth, realm).requireManage();
        adminEvent
                .operation(OperationType.ACTION)
                .resource("CUSTOMER")
                .resourcePath("customers", "export")
                .success();
        boolean packed = takesGzip(session.getContext().getHttpRequest().getHttpHeaders());
        return Response.ok(new ExportStream(session, realm, packed), MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .header(HttpHeaders.CONTENT_ENCODING, packed ? GZIP : null)
                .build();
    }

    /** RFC 9110, section 12.5.3; a weight of nothing is the only one that matters. */
    private static boolean takesGzip(HttpHeaders headers) {
        @Nullable List<String> accepted = headers.getRequestHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null
                && accepted.stream()
                        .flatMap(header ->
                                Stream.of(header.toLowerCase(Locale.ROOT).split(",")))
                        .map(String::strip)
                        .anyMatch(coding -> coding.matches("gzip(\\s*;\\s*q=(1|1\\.0*|0\\.\\d*[1-9]\\d*))?"));
    }
}
