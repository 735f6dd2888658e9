package dev.foyer;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import org.jspecify.annotations.NullMarked;

/** The walls: what may know what. A new package has to find its place here. */
@AnalyzeClasses(packages = "dev.foyer", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** The pure roots: the domain, in the words of the product. */
    private static final String[] DOMAIN = {
        "dev.foyer",
        "dev.foyer.text",
        "dev.foyer.customer",
        "dev.foyer.idempotency",
        "dev.foyer.invitation",
        "dev.foyer.membership",
        "dev.foyer.selection",
        "dev.foyer.token",
        "dev.foyer.realm"
    };

    private static final DescribedPredicate<JavaClass> KEYCLOAK_SERVICES = describe(
            "classes of the module keycloak-services",
            type -> type.getSource()
                    .map(source -> source.getUri().toString().contains("/keycloak-services-"))
                    .orElse(false));

    @ArchTest
    static final ArchRule THE_DOMAIN_IS_PLAIN_JAVA = classes()
            .that(resideInAnyPackage(DOMAIN))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(DOMAIN).or(resideInAnyPackage("java..", "org.jspecify..")));

    @ArchTest
    static final ArchRule THE_DOMAIN_HAS_NO_CYCLES =
            slices().matching("dev.foyer.(*)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ENTITIES_STAY_AT_HOME = noClasses()
            .that(resideOutsideOfPackages("dev.foyer..jpa"))
            .should()
            .dependOnClassesThat()
            .areAnnotatedWith(Entity.class);

    @ArchTest
    static final ArchRule ONE_PLACE_WIRES = classes()
            .that(resideInAnyPackage("dev.foyer.*.jpa"))
            .and()
            .arePublic()
            .should()
            .onlyHaveDependentClassesThat(resideInAnyPackage("dev.foyer..jpa", "dev.foyer.keycloak"));

    @ArchTest
    static final ArchRule THE_DATABASE_KNOWS_NO_CALLERS = noClasses()
            .that(resideInAnyPackage("dev.foyer..jpa"))
            .should()
            .dependOnClassesThat(resideInAnyPackage("dev.foyer..rest", "dev.foyer..login", "dev.foyer..oidc"));

    @ArchTest
    static final ArchRule VOLATILE_CLASSES_OF_KEYCLOAK_HAVE_ONE_IMPORTER = noClasses()
            .that(resideOutsideOfPackages(
                    "dev.foyer.token.oidc", "dev.foyer.token.saml", "dev.foyer..rest", "dev.foyer.selfservice"))
            .should()
            .dependOnClassesThat(KEYCLOAK_SERVICES);

    @ArchTest
    static final ArchRule MAPPERS_ARE_ALL_THAT_SAML_TAKES_OF_THEM = noClasses()
            .that(resideInAnyPackage("dev.foyer.token.saml"))
            .should()
            .dependOnClassesThat(KEYCLOAK_SERVICES.and(resideOutsideOfPackages("org.keycloak.protocol.saml.mappers")));

    @ArchTest
    static final ArchRule THE_ADMIN_API_IS_ALL_THAT_REST_TAKES_OF_THEM = noClasses()
            .that(resideInAnyPackage("dev.foyer..rest"))
            .should()
            .dependOnClassesThat(
                    KEYCLOAK_SERVICES.and(resideOutsideOfPackages("org.keycloak.services.resources.admin..")));

    @ArchTest
    static final ArchRule READING_TOKENS_IS_ALL_THAT_SELF_SERVICE_TAKES_OF_THEM = noClasses()
            .that(resideInAnyPackage("dev.foyer.selfservice"))
            .should()
            .dependOnClassesThat(KEYCLOAK_SERVICES.and(
                    resideOutsideOfPackages("org.keycloak.services.managers", "org.keycloak.protocol.oidc")));

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

    @ArchTest
    static final ArchRule NAMES_SAY_SOMETHING =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Common)");
}
