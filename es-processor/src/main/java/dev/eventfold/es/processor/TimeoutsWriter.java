package dev.eventfold.es.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import javax.lang.model.element.Modifier;

/** Writes the constants by which a process manager sets its timeouts. */
final class TimeoutsWriter {
    static final String SUFFIX = "Timeouts";

    private TimeoutsWriter() {}

    /**
     * Writes the class.
     *
     * @param manager the class of the process manager
     * @param name its stored name
     * @param timeouts the stored names of its timeouts, by the constants
     */
    static GeneratedClass write(ClassRef manager, String name, SortedMap<String, String> timeouts) {
        ClassName type = TypeNames.of(manager);
        TypeSpec.Builder constants = TypeSpec.classBuilder(
                        manager.companion(SUFFIX).simpleName())
                .addJavadoc(
                        "The timeouts of {@link $T}, one for each of its {@code @OnTimeout} methods. Generated from it; do not edit.\n",
                        type)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        timeouts.forEach((constant, timeout) -> constants.addField(constant(constant, name, timeout)));
        return GeneratedClass.beside(manager, constants, List.of(manager), Set.of());
    }

    private static FieldSpec constant(String constant, String manager, String timeout) {
        return FieldSpec.builder(TypeNames.TIMEOUT_NAME, constant, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("The timeout {@code $L}.\n", JavadocText.of(timeout))
                .initializer(CodeBlock.of(
                        "$T.of(new $T($S, $S))", TypeNames.TIMEOUT_NAME, TypeNames.TIMEOUT_TYPE, manager, timeout))
                .build();
    }
}
