package dev.foyer.realm;

import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;

/** Customer accounts as a whole in one realm: enabled with all they need, or gone without a trace but their data. */
public final class CustomerAccounts {

    private final Switch realm;
    private final List<Part> parts;

    /** @param parts each after those that it hangs on */
    public CustomerAccounts(Switch realm, List<Part> parts) {
        this.realm = realm;
        this.parts = List.copyOf(parts);
    }

    public Setup setup() {
        List<String> missing = parts.stream()
                .filter(part -> !part.isThere().getAsBoolean())
                .map(Part::name)
                .toList();
        return new Setup(realm.isEnabled(), realm.added(), missing);
    }

    /**
     * Switches on and adds the parts that are not there.
     *
     * @return whether there was anything to do
     */
    public boolean enable() {
        List<String> added = new ArrayList<>(realm.added());
        boolean complete = realm.isEnabled();
        for (Part part : parts) {
            if (!part.isThere().getAsBoolean()) {
                part.add().run();
                added.add(part.name());
                complete = false;
            }
        }
        if (complete) {
            return false;
        }
        realm.remember(added.stream().distinct().toList());
        realm.turn(true);
        return true;
    }

    /**
     * Switches off and takes away what enabling has added; what was there before it stays.
     *
     * @return whether there was anything to do
     */
    public boolean disable() {
        List<String> added = realm.added();
        if (!realm.isEnabled() && added.isEmpty()) {
            return false;
        }
        realm.turn(false);
        ListIterator<Part> last = parts.listIterator(parts.size());
        while (last.hasPrevious()) {
            Part part = last.previous();
            if (added.contains(part.name()) && part.isThere().getAsBoolean()) {
                part.remove().run();
            }
        }
        realm.remember(List.of());
        return true;
    }
}
