package dev.foyer.membership;

/** The permissions of one realm, kept. */
public interface Permissions {

    PermissionCatalogue catalogue();

    /**
     * The catalogue for somebody who gives permissions out of it: until the transaction ends nobody can remove one, which
     * then would be somebody's without being the realm's.
     */
    PermissionCatalogue lockCatalogue();

    /** Adds one of the realm's own; nothing happens if it exists. */
    void add(Permission permission);

    /** Takes one of the realm's own away. */
    void remove(Permission permission);

    /** Whether any membership of the realm has it. */
    boolean isUsed(Permission permission);
}
