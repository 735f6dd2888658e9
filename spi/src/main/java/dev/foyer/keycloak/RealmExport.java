package dev.foyer.keycloak;

import org.keycloak.exportimport.ExportImportConfig;

/** The export of realms by {@code kc.sh}. */
public final class RealmExport {

    private RealmExport() {}

    /** Whether that is what this process was started for. */
    public static boolean isAsked() {
        return ExportImportConfig.ACTION_EXPORT.equals(ExportImportConfig.getAction());
    }
}
