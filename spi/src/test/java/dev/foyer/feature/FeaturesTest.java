package dev.foyer.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import dev.foyer.InputReason;
import dev.foyer.Reason;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** What the features declare, taken together: those that are installed, and one more that no list has ever named. */
@AnalyzeClasses(packages = "dev.foyer", importOptions = ImportOption.DoNotIncludeTests.class)
class FeaturesTest {

    private static final List<Feature> INSTALLED = Features.installed().stream().toList();

    private final KeycloakSession session = empty(KeycloakSession.class);
    private final RealmModel realm = empty(RealmModel.class);

    @Test
    void eachComesAfterThoseThatItIsBuiltOn() {
        List<Class<?>> order = types(Features.installed());

        for (Feature feature : INSTALLED) {
            for (Class<? extends Feature> base : feature.builtOn()) {
                assertThat(order.indexOf(base))
                        .as(
                                "%s before %s",
                                base.getSimpleName(), feature.getClass().getSimpleName())
                        .isNotNegative()
                        .isLessThan(order.indexOf(feature.getClass()));
            }
        }
    }

    @Test
    void theOrderDoesNotDependOnWhatTheClassLoaderFindsFirst() {
        List<Class<?>> order = types(Features.installed());

        for (int seed = 0; seed < 20; seed++) {
            List<Feature> found = new ArrayList<>(INSTALLED);
            Collections.shuffle(found, new Random(seed));

            assertThat(types(Features.of(found))).as("seed %d", seed).isEqualTo(order);
        }
    }

    @Test
    void whatIsBuiltOnSomethingThatIsMissingIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Features.of(List.of(new Notes())))
                .withMessage(
                        "%s is built on %s, which is not installed", Notes.class.getName(), Ground.class.getName());
    }

    @Test
    void whatIsBuiltOnItselfInTheEndIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Features.of(List.of(new Ground(), new Egg(), new Hen())))
                .withMessage("%s is built on itself", Egg.class.getName());
    }

    @Test
    void whatIsRemovedIsRemovedBeforeThatWhichItHangsOn() {
        List<String> removals = Features.installed().removalsOfRealm();

        assertThat(removals)
                .containsSubsequence(
                        "delete from MailEntity where realmId = :id",
                        "delete from InvitationEntity where realmId = :id",
                        "delete from PermissionEntity where realmId = :id",
                        "delete from CustomerEntity where realmId = :id");
        List<Feature> lastFirst = new ArrayList<>(INSTALLED);
        Collections.reverse(lastFirst);
        assertThat(removals)
                .isEqualTo(lastFirst.stream()
                        .flatMap(feature -> feature.removalsOfRealm().stream())
                        .toList());
    }

    @ArchTest
    static void everyFeatureIsRegistered(JavaClasses all) {
        assertThat(INSTALLED)
                .extracting(feature -> feature.getClass().getName())
                .containsExactlyInAnyOrderElementsOf(all.stream()
                        .filter(type -> type.isAssignableTo(Feature.class) && !type.isInterface())
                        .map(JavaClass::getName)
                        .toList());
    }

    @ArchTest
    static void everyEntityIsDeclaredByOneFeature(JavaClasses all) {
        assertThat(Features.installed().entities())
                .extracting(Class::getName)
                .containsExactlyInAnyOrderElementsOf(all.stream()
                        .filter(type -> type.isAnnotatedWith(Entity.class))
                        .map(JavaClass::getName)
                        .toList());
    }

    /** A message of the database names a constraint somewhere: no name may be part of another one. */
    @Test
    void aConstraintHasOneMeaning() {
        List<String> names = INSTALLED.stream()
                .flatMap(feature -> feature.constraints().keySet().stream())
                .toList();

        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            List<String> others = new ArrayList<>(names);
            others.remove(i);
            assertThat(name).isUpperCase();
            assertThat(others).noneMatch(other -> other.contains(name));
        }
        assertThatIllegalStateException()
                .isThrownBy(() -> Features.of(List.of(new Ground(), new Notes(), new MoreNotes()))
                        .constraints())
                .withMessageContaining("EXAMPLE_UQ_NOTE");
    }

    /** Realms remember by these names what was added to them. */
    @Test
    void noTwoRealmComponentsHaveOneName() {
        assertThat(Features.installed().realmComponents(session, realm))
                .extracting(RealmComponent::name)
                .hasSizeGreaterThan(20)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
    }

    @Test
    void aNewFeatureIsCollectedAsSoonAsItIsThere() {
        List<Feature> found = new ArrayList<>(INSTALLED);
        found.add(0, new Notes());
        found.add(new Ground());
        Features features = Features.of(found);

        assertThat(features.entities())
                .containsAll(Features.installed().entities())
                .containsSubsequence(Soil.class, Note.class)
                .hasSize(Features.installed().entities().size() + 2);
        assertThat(features.tables()).containsSubsequence("EXAMPLE_SOIL", "EXAMPLE_NOTE", "EXAMPLE_NOTE_LINE");
        assertThat(features.constraints())
                .containsAllEntriesOf(Features.installed().constraints())
                .containsEntry("EXAMPLE_UQ_NOTE", InputReason.VALUE_NOT_ALLOWED);
        assertThat(features.removalsOfRealm()).containsSubsequence("delete from Note", "delete from Soil");
        assertThat(features.removalsOfUser()).containsSubsequence("delete from Note of", "delete from Soil of");
        assertThat(features.realmComponents(session, realm))
                .extracting(RealmComponent::name)
                .containsSubsequence("ground", "notes");
    }

    private static List<Class<?>> types(Features features) {
        return features.stream().<Class<?>>map(Feature::getClass).toList();
    }

    /** Something in which everything is there and empty. The names of realm components are the same wherever they are. */
    private static <T> T empty(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> empty(self, method, arguments)));
    }

    private static @Nullable Object empty(Object self, Method method, @Nullable Object @Nullable [] arguments) {
        Object first = arguments == null || arguments.length == 0 ? null : arguments[0];
        Class<?> type = first instanceof Class<?> asked ? asked : method.getReturnType();
        if (method.getName().equals("equals")) {
            return self == first;
        }
        return type.isInterface() ? empty(type) : type == String.class ? "" : null;
    }

    /** A feature for others to be built on. */
    private static final class Ground implements Feature {

        @Override
        public List<Class<?>> entities() {
            return List.of(Soil.class);
        }

        @Override
        public List<String> removalsOfRealm() {
            return List.of("delete from Soil");
        }

        @Override
        public List<String> removalsOfUser() {
            return List.of("delete from Soil of");
        }

        @Override
        public List<RealmComponent> realmComponents(KeycloakSession session, RealmModel realm) {
            return List.of(component("ground"));
        }
    }

    private static class Notes implements Feature {

        @Override
        public List<Class<? extends Feature>> builtOn() {
            return List.of(Ground.class);
        }

        @Override
        public List<Class<?>> entities() {
            return List.of(Note.class);
        }

        @Override
        public Map<String, Reason> constraints() {
            return Map.of("EXAMPLE_UQ_NOTE", InputReason.VALUE_NOT_ALLOWED);
        }

        @Override
        public List<String> removalsOfRealm() {
            return List.of("delete from Note");
        }

        @Override
        public List<String> removalsOfUser() {
            return List.of("delete from Note of");
        }

        @Override
        public List<RealmComponent> realmComponents(KeycloakSession session, RealmModel realm) {
            return List.of(component("notes"));
        }
    }

    private static final class MoreNotes extends Notes {}

    private static final class Egg implements Feature {

        @Override
        public List<Class<? extends Feature>> builtOn() {
            return List.of(Ground.class, Hen.class);
        }
    }

    private static final class Hen implements Feature {

        @Override
        public List<Class<? extends Feature>> builtOn() {
            return List.of(Egg.class);
        }
    }

    @Entity
    @Table(name = "EXAMPLE_SOIL")
    private static final class Soil {}

    @Entity
    @SuppressWarnings("UnusedVariable") // a column that nobody reads
    @Table(name = "EXAMPLE_NOTE")
    private static final class Note {

        @ElementCollection
        @CollectionTable(name = "EXAMPLE_NOTE_LINE")
        Set<String> lines = Set.of();
    }

    private static RealmComponent component(String name) {
        return new RealmComponent(name, () -> true, () -> {}, () -> {});
    }
}
