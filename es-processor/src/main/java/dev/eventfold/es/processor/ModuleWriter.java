package dev.eventfold.es.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes the class through which a store finds the definitions of a module. */
final class ModuleWriter {
    static final String NAME = "EventfoldModule";

    private ModuleWriter() {}

    /**
     * Writes it.
     *
     * @param modulePackage where
     * @param aggregates the classes of aggregates, ordered by stored name
     * @param managers the classes of process managers, ordered by stored name
     */
    static GeneratedClass write(String modulePackage, List<ClassRef> aggregates, List<ClassRef> managers) {
        TypeSpec.Builder type = TypeSpec.classBuilder(NAME)
                .addJavadoc(
                        "What this module brings, found through {@link java.util.ServiceLoader}. Generated; do not edit.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(TypeNames.GENERATED_MODULE)
                .addMethod(MethodSpec.constructorBuilder()
                        .addJavadoc("For {@link java.util.ServiceLoader}.\n")
                        .addModifiers(Modifier.PUBLIC)
                        .build())
                .addMethod(DefinitionParts.list(
                        "aggregates", TypeNames.ofAnything(TypeNames.AGGREGATE_DEFINITION), made(aggregates)))
                .addMethod(DefinitionParts.list(
                        "processManagers", TypeNames.ofAnything(TypeNames.PROCESS_MANAGER_DEFINITION), made(managers)));
        List<ClassRef> from =
                Stream.of(aggregates, managers).flatMap(List::stream).toList();
        return GeneratedClass.ofModule(modulePackage, type, from);
    }

    private static List<CodeBlock> made(List<ClassRef> sources) {
        return sources.stream()
                .map(source -> source.companion(DefinitionParts.SUFFIX))
                .map(definition -> CodeBlock.of("new $T()", TypeNames.of(definition)))
                .toList();
    }
}
