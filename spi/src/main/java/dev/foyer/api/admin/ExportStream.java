package dev.foyer.api.admin;

import dev.foyer.transfer.CustomerExport;
import dev.foyer.transfer.CustomerPages;
import dev.foyer.transfer.ExportReport;
import dev.foyer.transfer.file.JsonExport;
import dev.foyer.transfer.keycloak.TransferServices;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** An export on its way to the client, who sees by the end of the JSON that it is whole. */
final class ExportStream implements StreamingOutput {

    private static final Logger LOG = Logger.getLogger(ExportStream.class);
    private static final int CHUNK = 1 << 16;

    private final KeycloakSession request;
    private final RealmModel realm;
    private final boolean packed;

    ExportStream(KeycloakSession request, RealmModel realm, boolean packed) {
        this.request = request;
        this.realm = realm;
        this.packed = packed;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        String name = realm.getName();
        CustomerPages pages = TransferServices.pages(request.getKeycloakSessionFactory(), realm.getId());
        // The request has read all that it needs. Left open, its transaction would run out during a long export.
        request.getTransactionManager().commit();
        ExportReport report;
        if (packed) {
            GZIPOutputStream gzip = new GZIPOutputStream(out, CHUNK);
            report = CustomerExport.run(pages, new JsonExport(gzip));
            gzip.finish();
        } else {
            report = CustomerExport.run(pages, new JsonExport(out));
        }
        LOG.infof(
                "Export of customers of realm %s: %d customers, %d memberships; %d memberships of nobody known left out",
                name, report.customers(), report.memberships(), report.unknown());
    }
}
