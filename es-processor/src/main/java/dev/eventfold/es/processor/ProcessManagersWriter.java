package dev.eventfold.es.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes {@code ProcessManagers}, the way into the run time. */
final class ProcessManagersWriter {
    static final String NAME = "ProcessManagers";

    private ProcessManagersWriter() {}

    static GeneratedClass write(String modulePackage) {
        TypeSpec.Builder type = TypeSpec.classBuilder(NAME)
                .addJavadoc("""
                        Runs the process managers of every module of the program. Generated; do not edit.
                        """)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(all("runAll", TypeNames.REPORT, """
                        Runs every process manager until it has caught up with the log, including the events that came of its own commands.

                        @param store the store
                        @return what was done
                        """))
                .addMethod(some("run", TypeNames.REPORT, """
                        Runs some process managers until they have caught up.

                        @param store the store
                        @param names their stored names
                        @return what was done
                        """))
                .addMethod(all("start", TypeNames.RUNNING, """
                        Runs every process manager continuously.

                        @param store the store
                        @return stops them when closed
                        """))
                .addMethod(some("start", TypeNames.RUNNING, """
                        Runs some process managers continuously.

                        @param store the store
                        @param names their stored names
                        @return stops them when closed
                        """));
        return GeneratedClass.ofModule(modulePackage, type, List.of());
    }

    private static MethodSpec all(String name, ClassName result, String javadoc) {
        return method(name, result, javadoc)
                .addStatement("return $T.$L(store)", TypeNames.RUNNER, name)
                .build();
    }

    private static MethodSpec some(String name, ClassName result, String javadoc) {
        return method(name, result, javadoc)
                .addParameter(ArrayTypeName.of(String.class), "names")
                .varargs()
                .addStatement("return $T.$L(store, names)", TypeNames.RUNNER, name)
                .build();
    }

    private static MethodSpec.Builder method(String name, ClassName result, String javadoc) {
        return MethodSpec.methodBuilder(name)
                .addJavadoc(javadoc)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(result)
                .addParameter(TypeNames.AGGREGATE_STORE, "store");
    }
}
