package dev.foyer;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.foyer.feature.Feature;
import dev.foyer.feature.RealmComponent;
import dev.foyer.feature.Setting;
import jakarta.persistence.Entity;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.keycloak.models.RealmModel;

/**
 * The floors: what may know what. The whole tree is declared here, so that a new package has to find its place: a room knows
 * only rooms below it, and no two packages know each other, adapters included.
 */
@AnalyzeClasses(packages = "dev.foyer", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** From the ground up. Rooms on one floor know nothing of each other. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("", "representation"),
            List.of("text", "feature"),
            List.of("persistence", "keycloak"),
            List.of("customer", "idempotency"),
            List.of("membership"),
            List.of("staff"),
            List.of("selection"),
            List.of("token", "invitation"),
            List.of("contacts", "registration"),
            List.of("transfer", "enablement"),
            List.of("api"),
            List.of("wiring"));

    /** The rooms that are made of a pure root, in the words of the product, with adapters around it. */
    private static final List<String> FEATURES = List.of(
            "customer",
            "idempotency",
            "membership",
            "staff",
            "selection",
            "token",
            "invitation",
            "contacts",
            "registration",
            "transfer",
            "enablement");

    /** What a feature may have around its root, named for what it is. */
    private static final Set<String> ADAPTERS =
            Set.of("email", "feature", "file", "jpa", "keycloak", "login", "oidc", "saml");

    /** The pure roots: the domain. */
    private static final String[] DOMAIN = Stream.concat(
                    Stream.of("dev.foyer", "dev.foyer.text"), FEATURES.stream().map(room -> "dev.foyer." + room))
            .toArray(String[]::new);

    /** Where classes of Keycloak may be named that change between its releases. */
    private static final String[] VOLATILE = {
        "dev.foyer.keycloak",
        "dev.foyer.token.oidc",
        "dev.foyer.token.saml",
        "dev.foyer.api.admin",
        "dev.foyer.api.account"
    };

    private static final DescribedPredicate<JavaClass> KEYCLOAK_SERVICES = describe(
            "classes of the module keycloak-services",
            type -> type.getSource()
                    .map(source -> source.getUri().toString().contains("/keycloak-services-"))
                    .orElse(false));

    @ArchTest
    static void everyPackageHasItsPlace(JavaClasses all) {
        Set<String> places = new TreeSet<>(Set.of("dev.foyer.api.admin", "dev.foyer.api.account"));
        FLOORS.stream().flatMap(List::stream).map(ArchitectureTest::packageOf).forEach(places::add);
        FEATURES.forEach(room -> ADAPTERS.forEach(adapter -> places.add("dev.foyer." + room + "." + adapter)));

        assertThat(places)
                .containsAll(all.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()));
    }

    @ArchTest
    static final ArchRule A_ROOM_KNOWS_ONLY_ROOMS_BELOW_IT = classes()
            .should(new ArchCondition<>("know only lower floors") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    String room = room(type);
                    type.getDirectDependenciesFromSelf().stream()
                            .filter(dependency -> isOurs(dependency.getTargetClass()))
                            .filter(dependency ->
                                    !room(dependency.getTargetClass()).equals(room))
                            .filter(dependency -> floor(room(dependency.getTargetClass())) >= floor(room))
                            .forEach(dependency ->
                                    events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
                }
            });

    @ArchTest
    static final ArchRule NO_TWO_PACKAGES_KNOW_EACH_OTHER = slices().assignedFrom(new SliceAssignment() {
                @Override
                public SliceIdentifier getIdentifierOf(JavaClass type) {
                    return SliceIdentifier.of(type.getPackageName());
                }

                @Override
                public String getDescription() {
                    return "packages";
                }
            })
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_DOMAIN_IS_PLAIN_JAVA = classes()
            .that(resideInAnyPackage(DOMAIN))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(DOMAIN)
                    .or(resideInAnyPackage("java..", "org.jspecify.."))
                    .or(belongToAnyOf(RealmComponent.class)));

    @ArchTest
    static final ArchRule ENTITIES_STAY_AT_HOME = noClasses()
            .that(resideOutsideOfPackages("dev.foyer..jpa", "dev.foyer.*.feature"))
            .should()
            .dependOnClassesThat()
            .areAnnotatedWith(Entity.class);

    /** The services of a feature are put together in its package {@code keycloak}, and what it declares in {@code feature}. */
    @ArchTest
    static final ArchRule A_FEATURE_WIRES_ITSELF = noClasses()
            .that(resideOutsideOfPackages(
                    "dev.foyer..jpa", "dev.foyer.*.keycloak", "dev.foyer.*.feature", "dev.foyer.invitation.email"))
            .should()
            .dependOnClassesThat(resideInAPackage("dev.foyer..jpa"));

    /** What is declared is collected: nobody asks for a feature by its name but another that is built on it. */
    @ArchTest
    static final ArchRule NOBODY_NAMES_A_FEATURE = noClasses()
            .that(resideOutsideOfPackages("dev.foyer.*.feature"))
            .should()
            .dependOnClassesThat(resideInAPackage("dev.foyer.*.feature"));

    @ArchTest
    static final ArchRule EVERY_FEATURE_IS_DECLARED_IN_ONE_PLACE = classes()
            .that()
            .areAssignableTo(Feature.class)
            .and()
            .areNotInterfaces()
            .should()
            .resideInAPackage("dev.foyer.*.feature");

    @ArchTest
    static final ArchRule THE_DATABASE_KNOWS_NO_CALLERS = noClasses()
            .that(resideInAnyPackage("dev.foyer..jpa"))
            .should()
            .dependOnClassesThat(resideInAnyPackage("dev.foyer.api..", "dev.foyer..login", "dev.foyer..oidc"));

    @ArchTest
    static final ArchRule VOLATILE_CLASSES_OF_KEYCLOAK_HAVE_FEW_IMPORTERS =
            noClasses().that(resideOutsideOfPackages(VOLATILE)).should().dependOnClassesThat(KEYCLOAK_SERVICES);

    @ArchTest
    static final ArchRule MAPPERS_ARE_ALL_THAT_SAML_TAKES_OF_THEM = noClasses()
            .that(resideInAnyPackage("dev.foyer.token.saml"))
            .should()
            .dependOnClassesThat(KEYCLOAK_SERVICES.and(resideOutsideOfPackages("org.keycloak.protocol.saml.mappers")));

    @ArchTest
    static final ArchRule THE_ADMIN_API_IS_ALL_THAT_OURS_TAKES_OF_THEM = noClasses()
            .that(resideInAnyPackage("dev.foyer.api.admin"))
            .should()
            .dependOnClassesThat(
                    KEYCLOAK_SERVICES.and(resideOutsideOfPackages("org.keycloak.services.resources.admin..")));

    @ArchTest
    static final ArchRule READING_TOKENS_IS_ALL_THAT_SELF_SERVICE_TAKES_OF_THEM = noClasses()
            .that(resideInAnyPackage("dev.foyer.api.account"))
            .should()
            .dependOnClassesThat(KEYCLOAK_SERVICES.and(
                    resideOutsideOfPackages("org.keycloak.services.managers", "org.keycloak.protocol.oidc")));

    /** Whoever relies on a type relies on what its members are made of. */
    @ArchTest
    static final ArchRule WHAT_EXTENSIONS_RELY_ON_IS_MARKED_WITH_ALL_THAT_IT_SHOWS = classes()
            .that()
            .areAnnotatedWith(PublicApi.class)
            .should(new ArchCondition<>("show marked types only") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    type.getMethods().stream()
                            .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                            .flatMap(method -> method.getAllInvolvedRawTypes().stream())
                            .filter(shown -> isOurs(shown) && !shown.isAnnotatedWith(PublicApi.class))
                            .forEach(shown -> events.add(
                                    SimpleConditionEvent.violated(type, shown.getName() + " is not marked")));
                }
            });

    @ArchTest
    static final ArchRule NULL_IS_MARKED_EVERYWHERE = classes()
            .should(new ArchCondition<>("be in a @NullMarked package") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    JavaPackage home = type.getPackage();
                    if (!home.isAnnotatedWith(NullMarked.class)) {
                        events.add(SimpleConditionEvent.violated(type, home.getName() + " is not @NullMarked"));
                    }
                }
            });

    /** What is read in another way is neither checked nor put back when a realm is written as a whole. */
    @ArchTest
    static final ArchRule WHAT_REALMS_SET_IS_DECLARED = noClasses()
            .that()
            .areNotAssignableTo(Setting.class)
            .and()
            .doNotHaveFullyQualifiedName("dev.foyer.enablement.keycloak.KeptSettings")
            .should()
            .callMethodWhere(describe(
                    "attributes of realms are read",
                    call -> call.getTargetOwner().isAssignableTo(RealmModel.class)
                            && call.getName().startsWith("getAttribute")));

    @ArchTest
    static final ArchRule NAMES_SAY_SOMETHING =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Common)");

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().equals("dev.foyer")
                || type.getPackageName().startsWith("dev.foyer.");
    }

    private static String room(JavaClass type) {
        String below = type.getPackageName().substring("dev.foyer".length());
        int end = below.indexOf('.', 1);
        return below.isEmpty() ? "" : end < 0 ? below.substring(1) : below.substring(1, end);
    }

    private static int floor(String room) {
        return FLOORS.indexOf(FLOORS.stream()
                .filter(rooms -> rooms.contains(room))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No floor has the room " + room)));
    }

    private static String packageOf(String room) {
        return room.isEmpty() ? "dev.foyer" : "dev.foyer." + room;
    }
}
