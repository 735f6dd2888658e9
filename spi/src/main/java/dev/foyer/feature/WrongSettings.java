package dev.foyer.feature;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Tells the log of settings that make no sense: of each once, as they are read with every request. */
final class WrongSettings {
    private static final Logger LOG = Logger.getLogger(WrongSettings.class);
    private static final int MOST = 1000;
    private static final int LONGEST = 100;

    private static final Set<String> REPORTED = ConcurrentHashMap.newKeySet();

    private WrongSettings() {}

    /** @return whether it was news */
    static boolean report(String owner, String name, String given) {
        String shown = shown(given);
        if (REPORTED.size() >= MOST || !REPORTED.add(owner + '\n' + name + '\n' + shown)) {
            return false;
        }
        LOG.warnf("%s: the setting %s is \"%s\", which makes no sense: it counts as not set", owner, name, shown);
        return true;
    }

    /** One line of the log, and no more than that. */
    private static String shown(String given) {
        String start = given.length() > LONGEST ? given.substring(0, LONGEST) : given;
        return start.replaceAll("\\p{Cntrl}", "?");
    }
}
