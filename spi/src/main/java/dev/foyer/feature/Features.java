package dev.foyer.feature;

import dev.foyer.Reason;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Table;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** All features of this installation, each after those that it is built on. */
public final class Features {
    private static final Features INSTALLED =
            of(ServiceLoader.load(Feature.class, Feature.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList());

    private final List<Feature> inOrder;

    private Features(List<Feature> inOrder) {
        this.inOrder = List.copyOf(inOrder);
    }

    /** Those that are registered in the jars of this class loader. */
    public static Features installed() {
        return INSTALLED;
    }

    /** @throws IllegalStateException if one is built on another that is not among them, or in the end on itself */
    static Features of(List<Feature> features) {
        Map<Class<?>, Feature> byType =
                features.stream().collect(Collectors.toMap(Feature::getClass, Function.identity()));
        Set<Feature> inOrder = new LinkedHashSet<>();
        // The order must be the same on every node and at every start, whatever the class loader finds first.
        features.stream()
                .sorted(Comparator.comparing(feature -> feature.getClass().getName()))
                .forEach(feature -> place(feature, byType, inOrder, new ArrayList<>()));
        return new Features(List.copyOf(inOrder));
    }

    private static void place(
            Feature feature, Map<Class<?>, Feature> byType, Set<Feature> inOrder, List<Feature> waiting) {
        if (waiting.contains(feature)) {
            throw new IllegalStateException(feature.getClass().getName() + " is built on itself");
        }
        waiting.add(feature);
        for (Class<? extends Feature> base : feature.builtOn()) {
            Feature found = byType.get(base);
            if (found == null) {
                throw new IllegalStateException(
                        feature.getClass().getName() + " is built on " + base.getName() + ", which is not installed");
            }
            place(found, byType, inOrder, waiting);
        }
        waiting.remove(feature);
        inOrder.add(feature);
    }

    public Stream<Feature> stream() {
        return inOrder.stream();
    }

    /** Each before those that it is built on. */
    private Stream<Feature> lastFirst() {
        List<Feature> reversed = new ArrayList<>(inOrder);
        Collections.reverse(reversed);
        return reversed.stream();
    }

    /** The JPA entities of all. */
    public List<Class<?>> entities() {
        return stream()
                .<Class<?>>flatMap(feature -> feature.entities().stream())
                .toList();
    }

    /** The tables of all entities, those of their collections included. */
    public List<String> tables() {
        return entities().stream().flatMap(Features::tables).toList();
    }

    private static Stream<String> tables(Class<?> entity) {
        return Stream.concat(
                Stream.of(entity.getAnnotation(Table.class).name()),
                Arrays.stream(entity.getDeclaredFields())
                        .flatMap(field -> Stream.ofNullable(field.getAnnotation(CollectionTable.class)))
                        .map(CollectionTable::name));
    }

    /** What a broken constraint means, by its name in upper case. */
    public Map<String, Reason> constraints() {
        return stream()
                .flatMap(feature -> feature.constraints().entrySet().stream())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The statements that take away all rows of a realm, in the order in which they can be carried out. */
    public List<String> removalsOfRealm() {
        return lastFirst()
                .flatMap(feature -> feature.removalsOfRealm().stream())
                .toList();
    }

    /** The statements that take away what a user had, in the order in which they can be carried out. */
    public List<String> removalsOfUser() {
        return lastFirst().flatMap(feature -> feature.removalsOfUser().stream()).toList();
    }

    /**
     * The statements that give all rows of a realm to another one, which takes its place: whatever holds the id of a realm is
     * called {@code realmId}, or ends so.
     *
     * @return JPQL statements with the parameters {@code :from} and {@code :to}, the ids of the two realms
     */
    public List<String> movesOfRealm() {
        return entities().stream()
                .flatMap(entity -> Arrays.stream(entity.getDeclaredFields())
                        .map(Field::getName)
                        .filter(name -> name.equals("realmId") || name.endsWith("RealmId"))
                        .map(name -> "update %s set %s = :to where %s = :from"
                                .formatted(entity.getSimpleName(), name, name)))
                .toList();
    }

    /** All that realms can set. */
    public List<Setting<?>> settings() {
        return stream()
                .<Setting<?>>flatMap(feature -> feature.settings().stream())
                .toList();
    }

    /** All that a realm needs, in the order in which it can be added. */
    public List<RealmComponent> realmComponents(KeycloakSession session, RealmModel realm) {
        return stream()
                .flatMap(feature -> feature.realmComponents(session, realm).stream())
                .toList();
    }
}
