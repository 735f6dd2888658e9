package dev.foyer.api.admin;

import dev.foyer.Refusal;
import dev.foyer.persistence.PlannerStatistics;
import dev.foyer.representation.ImportSummary;
import dev.foyer.text.EmailAddress;
import dev.foyer.transfer.ImportFile;
import dev.foyer.transfer.ImportProgress;
import dev.foyer.transfer.ImportReport;
import dev.foyer.transfer.keycloak.TransferServices;
import jakarta.persistence.EntityManager;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** An import in a session and a transaction of its own: all of it or nothing, and as long as it takes. */
final class ImportJob {

    private static final int JDBC_BATCH = 500;

    private final KeycloakSession request;
    private final RealmModel realm;
    private final @Nullable EmailAddress importer;
    private final AdminEventBuilder adminEvent;
    private final ImportLimits limits;
    private final ImportTurns turns;

    ImportJob(
            KeycloakSession request,
            RealmModel realm,
            @Nullable EmailAddress importer,
            AdminEventBuilder adminEvent,
            ImportLimits limits,
            ImportTurns turns) {
        this.request = request;
        this.realm = realm;
        this.importer = importer;
        this.adminEvent = adminEvent;
        this.limits = limits;
        this.turns = turns;
    }

    /**
     * Returns when everything is committed, or rolled back if the report is a refusal.
     *
     * @throws Refusal {@code IMPORT_RUNNING}, or a conflict with what others did meanwhile
     */
    ImportReport run(ImportFile file, ImportProgress progress) {
        String realmId = realm.getId();
        turns.take(realmId);
        try {
            return run(realmId, file, progress);
        } finally {
            turns.giveBack(realmId);
        }
    }

    private ImportReport run(String realmId, ImportFile file, ImportProgress progress) {
        KeycloakSessionFactory sessions = request.getKeycloakSessionFactory();
        // The request has read all that it needs. Left open, its transaction would run out during a long import.
        request.getTransactionManager().commit();
        AtomicReference<@Nullable ImportReport> result = new AtomicReference<>();
        KeycloakModelUtils.runJobInTransactionWithTimeout(
                sessions,
                session -> {
                    session.getContext().setRealm(session.realms().getRealm(realmId));
                    EntityManager entityManager =
                            session.getProvider(JpaConnectionProvider.class).getEntityManager();
                    Session database = entityManager.unwrap(Session.class);
                    // Keycloak's batches suit requests: here it would be a round trip for every 32 rows.
                    database.setJdbcBatchSize(JDBC_BATCH);
                    PlannerStatistics work = PlannerStatistics.begin(entityManager);
                    ImportReport report = new TransferServices(
                                    session, session.getContext().getRealm())
                            .customerImport(importer)
                            .run(file, (rows, of) -> {
                                // What is written must not pile up in memory.
                                entityManager.clear();
                                work.written(rows);
                                progress.done(rows, of);
                            });
                    if (report.isRefused()) {
                        session.getTransactionManager().setRollbackOnly();
                    } else {
                        report(session, report);
                    }
                    result.set(report);
                },
                (int) limits.timeout().toSeconds());
        return Objects.requireNonNull(result.get());
    }

    /** What an import did, for its caller and for the admin events. */
    static ImportSummary summary(ImportReport report) {
        return new ImportSummary(
                report.rows(), report.customers(), report.contactTypes(), report.memberships(), report.permissions());
    }

    private void report(KeycloakSession session, ImportReport report) {
        adminEvent
                .clone(session)
                .operation(OperationType.ACTION)
                .resource("CUSTOMER")
                .resourcePath("customers", "import")
                .representation(summary(report))
                .success();
    }
}
