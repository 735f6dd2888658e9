package dev.foyer.feature;

import java.util.function.BooleanSupplier;

/**
 * One thing that a realm needs for customer accounts besides the customers themselves, such as a role.
 *
 * @param name lower-case letters and hyphens; kept in realms, so never to be changed
 * @param isPresent whether the realm has it, whoever made it
 * @param add makes it, where it is not there
 * @param remove takes it away, where it is there
 * @param lasting whether a realm can lack it; what is done anew each time that customer accounts are switched on cannot be
 *     missing
 */
public record RealmComponent(String name, BooleanSupplier isPresent, Runnable add, Runnable remove, boolean lasting) {

    public RealmComponent(String name, BooleanSupplier isPresent, Runnable add, Runnable remove) {
        this(name, isPresent, add, remove, true);
    }

    /**
     * What is done each time that customer accounts are switched on.
     *
     * @param isOn whether they are
     */
    public static RealmComponent whenSwitchedOn(String name, BooleanSupplier isOn, Runnable work) {
        return new RealmComponent(name, isOn, work, () -> {}, false);
    }
}
