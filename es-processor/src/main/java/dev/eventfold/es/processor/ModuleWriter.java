package dev.eventfold.es.processor;

import com.palantir.javapoet.ClassName;
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
     * @param contents knows what has a definition
     */
    static GeneratedClass write(String modulePackage, ModuleContents contents) {
        List<ClassRef> aggregates = contents.definedAggregates();
        List<ClassRef> managers = contents.defined(contents.managers());
        List<ClassRef> projections = contents.defined(contents.projections());
        List<ClassRef> subscribers = contents.defined(contents.subscribers());
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
        addReaders(type, "projections", TypeNames.PROJECTION_DEFINITION, projections);
        addReaders(type, "subscribers", TypeNames.SUBSCRIBER_DEFINITION, subscribers);
        List<ClassRef> from = Stream.of(aggregates, managers, projections, subscribers)
                .flatMap(List::stream)
                .toList();
        return GeneratedClass.ofModule(modulePackage, type, from);
    }

    /** Most modules have none, which needs no saying. */
    private static void addReaders(TypeSpec.Builder type, String name, ClassName definition, List<ClassRef> sources) {
        if (!sources.isEmpty()) {
            type.addMethod(DefinitionParts.list(name, TypeNames.ofAnything(definition), made(sources)));
        }
    }

    private static List<CodeBlock> made(List<ClassRef> sources) {
        return sources.stream()
                .map(source -> source.companion(DefinitionParts.SUFFIX))
                .map(definition -> CodeBlock.of("new $T()", TypeNames.of(definition)))
                .toList();
    }
}
