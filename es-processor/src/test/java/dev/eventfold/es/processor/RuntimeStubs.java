package dev.eventfold.es.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The few types of the run time that generated code names, compiled once: es-processor knows es-runtime by names only. */
record RuntimeStubs(Path classes) {
    static final Path RESOURCES = Path.of("src/test/resources");

    private static RuntimeStubs compile() {
        try {
            Path directory = Files.createTempDirectory("stubs");
            Fixture stubs = Fixture.read(RESOURCES.resolve("stubs/runtime.java"));
            Compiled compiled = new Javac(directory).processors().compile(stubs.sources());
            if (!compiled.messages().isEmpty()) {
                throw new IllegalStateException(compiled.messages().toString());
            }
            return new RuntimeStubs(compiled.classes());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Gives a test the stubs as a parameter. */
    static final class Given implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == RuntimeStubs.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(RuntimeStubs.class, type -> RuntimeStubs.compile(), RuntimeStubs.class);
        }
    }
}
