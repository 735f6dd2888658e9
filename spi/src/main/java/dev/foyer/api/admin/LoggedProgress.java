package dev.foyer.api.admin;

import dev.foyer.transfer.ImportProgress;
import org.jboss.logging.Logger;

/** Writes to the server's log how far an import is, now and then. */
final class LoggedProgress implements ImportProgress {

    private static final Logger LOG = Logger.getLogger(LoggedProgress.class);
    private static final long INTERVAL = 10_000;

    private final String realm;
    private long logged;

    LoggedProgress(String realm) {
        this.realm = realm;
    }

    @Override
    public void done(long rows, long of) {
        if (rows / INTERVAL > logged / INTERVAL || rows == of) {
            LOG.infof("Import of customers into realm %s: %d of %d rows", realm, rows, of);
            logged = rows;
        }
    }
}
