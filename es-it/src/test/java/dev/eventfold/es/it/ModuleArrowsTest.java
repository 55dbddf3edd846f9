package dev.eventfold.es.it;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The arrows between modules point one way: api ← runtime ← stores ← tools, and the processor knows the API by names only. */
class ModuleArrowsTest {
    private static final String API = "dev.eventfold.es";
    private static final String SPI = "dev.eventfold.es.spi";
    private static final String PROCESSOR = "dev.eventfold.es.processor";
    private static final String SCHEMA = "dev.eventfold.es.processor.schema";
    private static final String RUNTIME = "dev.eventfold.es.runtime..";
    private static final String TEST = "dev.eventfold.es.test";

    private static final String[] JAVA = {"java..", "org.jspecify.annotations"};

    /** JavaPoet, where the build stops before shading and where it does not. */
    private static final String[] JAVAPOET = {"com.palantir.javapoet..", "dev.eventfold.es.processor.shaded.."};

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/shaded/"))
            .importPackages(API);

    @Test
    void all_modules_are_in_sight() {
        assertThat(OURS)
                .extracting(JavaClass::getPackageName)
                .contains(API, SPI, PROCESSOR, TEST, "dev.eventfold.es.runtime");
    }

    @Test
    void the_api_depends_on_nothing() {
        classes()
                .that(resideInAnyPackage(API, SPI))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(API, SPI).or(resideInAnyPackage(JAVA)))
                .check(OURS);
    }

    @Test
    void the_processor_depends_on_javapoet_alone_and_knows_the_api_by_names_only() {
        classes()
                .that(resideInAPackage(PROCESSOR))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(PROCESSOR, SCHEMA)
                        .or(resideInAnyPackage("javax.annotation.processing", "javax.lang.model..", "javax.tools"))
                        .or(resideInAnyPackage(JAVA))
                        .or(resideInAnyPackage(JAVAPOET))
                        .or(resideInAPackage("com.google.auto.service"))) // an annotation, not there at run time
                .check(OURS);
    }

    @Test
    void the_processor_is_flat_but_for_the_schema_lock_and_has_one_public_class() {
        assertThat(OURS)
                .filteredOn(resideInAPackage(PROCESSOR + ".."))
                .allMatch(type -> List.of(PROCESSOR, SCHEMA).contains(type.getPackageName()));
        assertThat(publicClassesOf(PROCESSOR)).containsExactly("EventfoldProcessor");
    }

    @Test
    void the_schema_lock_knows_no_compiler_and_has_a_narrow_face() {
        classes()
                .that(resideInAPackage(SCHEMA))
                .should()
                .onlyDependOnClassesThat(resideInAPackage(SCHEMA).or(resideInAnyPackage(JAVA)))
                .check(OURS);
        assertThat(publicClassesOf(SCHEMA))
                .containsExactlyInAnyOrder(
                        "Schema",
                        "SchemaComparison",
                        "SchemaEntry",
                        "SchemaFile",
                        "SchemaSyntax",
                        "Addition",
                        "Break",
                        "Shape",
                        "ShapeText",
                        "Stored");
    }

    private static List<String> publicClassesOf(String packageName) {
        return OURS.stream()
                .filter(type -> type.getPackageName().equals(packageName))
                .filter(type -> type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::getSimpleName)
                .toList();
    }

    @Test
    void the_runtime_depends_on_the_api_and_jackson_alone() {
        classes()
                .that(resideInAPackage(RUNTIME))
                .should()
                .onlyDependOnClassesThat(resideInAPackage(RUNTIME)
                        .or(resideInAnyPackage(API, SPI))
                        .or(resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson.annotation.."))
                        .or(resideInAnyPackage("jdk.jfr")) // a module of every JDK
                        .or(resideInAnyPackage(JAVA)))
                .check(OURS);
    }

    @Test
    void the_fixtures_depend_on_the_runtime_and_the_api_alone_and_nothing_on_them() {
        classes()
                .that(resideInAPackage(TEST))
                .should()
                .onlyDependOnClassesThat(resideInAPackage(TEST)
                        .or(resideInAnyPackage(API, SPI, RUNTIME))
                        .or(resideInAnyPackage(JAVA)))
                .check(OURS);
        noClasses()
                .that(not(resideInAPackage(TEST)))
                .should()
                .dependOnClassesThat(resideInAPackage(TEST))
                .check(OURS);
    }

    @Test
    void only_the_codec_reflects_and_what_compares_a_state_with_its_snapshot() {
        noClasses()
                .that(not(resideInAnyPackage("dev.eventfold.es.runtime.json", "dev.eventfold.es.runtime.snapshot")))
                .should()
                .dependOnClassesThat(resideInAPackage("java.lang.reflect.."))
                .check(OURS);
    }

    @Test
    void jackson_is_named_in_one_package() {
        noClasses()
                .that(not(resideInAPackage("dev.eventfold.es.runtime.json")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson.."))
                .check(OURS);
    }

    @Test
    void the_runtimes_inner_packages_have_no_cycles() {
        SlicesRuleDefinition.slices()
                .matching("dev.eventfold.es.runtime.(*)..")
                .should()
                .beFreeOfCycles()
                .check(OURS);
    }

    @Test
    void names_are_words_of_the_domain() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Helper|Impl|(?<!Process)Manager)")
                .check(OURS);
    }
}
