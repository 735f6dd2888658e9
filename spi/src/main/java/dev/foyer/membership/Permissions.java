package dev.foyer.membership;

/** The permissions of one realm, kept. */
public interface Permissions {

    PermissionCatalogue catalogue();

    /** Adds one of the realm's own; nothing happens if it exists. */
    void add(Permission permission);
}
