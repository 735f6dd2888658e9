package dev.foyer.enablement;

import dev.foyer.feature.RealmComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;

/** Customer accounts as a whole in one realm: enabled with all they need, or gone without a trace but their data. */
public final class Enablement {

    private final EnablementStore store;
    private final List<RealmComponent> components;

    /** @param components each after those that it hangs on */
    public Enablement(EnablementStore store, List<RealmComponent> components) {
        this.store = store;
        this.components = List.copyOf(components);
    }

    public EnablementState state() {
        List<String> missing = components.stream()
                .filter(component ->
                        component.lasting() && !component.isPresent().getAsBoolean())
                .map(RealmComponent::name)
                .toList();
        return new EnablementState(store.isEnabled(), store.added(), missing);
    }

    /**
     * Switches on and adds the components that are not there.
     *
     * @return whether there was anything to do
     */
    public boolean enable() {
        List<String> added = new ArrayList<>(store.added());
        boolean complete = store.isEnabled();
        for (RealmComponent component : components) {
            if (!component.isPresent().getAsBoolean()) {
                component.add().run();
                if (component.lasting()) {
                    added.add(component.name());
                }
                complete = false;
            }
        }
        if (complete) {
            return false;
        }
        store.keepAdded(added.stream().distinct().toList());
        store.setEnabled(true);
        return true;
    }

    /**
     * Switches off and leaves everything in its place.
     *
     * @return whether there was anything to do
     */
    public boolean pause() {
        if (!store.isEnabled()) {
            return false;
        }
        store.setEnabled(false);
        return true;
    }

    /**
     * Switches off and takes away what enabling has added; what was there before it stays.
     *
     * @return whether there was anything to do
     */
    public boolean disable() {
        List<String> added = store.added();
        if (!store.isEnabled() && added.isEmpty()) {
            return false;
        }
        store.setEnabled(false);
        ListIterator<RealmComponent> last = components.listIterator(components.size());
        while (last.hasPrevious()) {
            RealmComponent component = last.previous();
            if (added.contains(component.name()) && component.isPresent().getAsBoolean()) {
                component.remove().run();
            }
        }
        store.keepAdded(List.of());
        return true;
    }
}
