package dev.foyer.api.admin;

import dev.foyer.Refusal;
import dev.foyer.api.ProblemDetails;
import dev.foyer.invitation.keycloak.InvitationParties;
import dev.foyer.keycloak.Messages;
import dev.foyer.representation.ImportSummary;
import dev.foyer.transfer.ImportFile;
import dev.foyer.transfer.ImportProgress;
import dev.foyer.transfer.ImportReport;
import dev.foyer.transfer.TransferReason;
import dev.foyer.transfer.file.CsvFile;
import dev.foyer.transfer.file.JsonFile;
import dev.foyer.transfer.file.Spool;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** {@code POST …/customers/import}: customers with their contact types, members and permissions, all or none. */
public final class ImportResource {

    private static final String CSV = "text/csv";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;
    private final AdminEventBuilder adminEvent;
    private final ImportLimits limits;
    private final ImportTurns turns;

    public ImportResource(
            KeycloakSession session,
            RealmModel realm,
            AdminPermissionEvaluator auth,
            AdminEventBuilder adminEvent,
            ImportLimits limits,
            ImportTurns turns) {
        this.session = session;
        this.realm = realm;
        this.auth = auth;
        this.adminEvent = adminEvent;
        this.limits = limits;
        this.turns = turns;
    }

    /** Imports the body, which may be packed with gzip. */
    @Operation(summary = "Imports customers with their contact types, members and permissions, all or none")
    @APIResponse(
            responseCode = "200",
            description = "What was imported",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportSummary.class)))
    @POST
    @Consumes({MediaType.APPLICATION_JSON, CSV})
    @Produces({MediaType.APPLICATION_JSON, ProblemDetails.MEDIA_TYPE, ImportStream.MEDIA_TYPE})
    public Response importCustomers(InputStream body) throws IOException {
        new CustomerAdmins(auth, realm).requireManage();
        turns.requireFree(realm.getId());
        HttpHeaders headers = session.getContext().getHttpRequest().getHttpHeaders();
        Messages messages = Messages.acceptedBy(headers);
        MediaType type = type(headers);
        Spool spool = spool(body, headers);
        ImportFile file = type.isCompatible(MediaType.APPLICATION_JSON_TYPE) ? new JsonFile(spool) : new CsvFile(spool);
        ImportJob job = new ImportJob(
                session,
                realm,
                InvitationParties.invitee(auth.adminAuth().getUser()).email(),
                adminEvent,
                limits,
                turns);
        ImportProgress log = new LoggedProgress(realm.getName());
        if (wantsStream(headers)) {
            return Response.ok(new ImportStream(job, spool, file, log, messages), ImportStream.MEDIA_TYPE)
                    .build();
        }
        try (spool) {
            ImportReport report = job.run(file, log);
            return report.isRefused() ? refusal(report, file, messages) : summary(report);
        }
    }

    private static Response summary(ImportReport report) {
        return Response.ok(ImportJob.summary(report), MediaType.APPLICATION_JSON)
                .build();
    }

    private static Response refusal(ImportReport report, ImportFile file, Messages messages) {
        return new ProblemDetails(new Refusal(TransferReason.IMPORT_REFUSED, report.problemCount()), messages)
                .with("total", report.problemCount())
                .with(
                        "errors",
                        report.problems().stream()
                                .map(problem -> ImportError.of(problem, file, messages))
                                .toList())
                .toResponse();
    }

    private Spool spool(InputStream body, HttpHeaders headers) throws IOException {
        String encoding = headers.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        return switch (encoding == null ? "identity" : encoding.toLowerCase(Locale.ROOT)) {
            case "identity" -> Spool.of(body, limits.maxBytes());
            case "gzip" -> Spool.ofGzip(body, limits.maxBytes());
            default -> throw new NotSupportedException();
        };
    }

    private static MediaType type(HttpHeaders headers) {
        MediaType type = headers.getMediaType();
        if (type == null || !"utf-8".equalsIgnoreCase(type.getParameters().getOrDefault("charset", "utf-8"))) {
            throw new NotSupportedException();
        }
        return type;
    }

    private static boolean wantsStream(HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().get(0).toString().startsWith(ImportStream.MEDIA_TYPE);
    }
}
