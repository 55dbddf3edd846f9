package dev.eventfold.es.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(RuntimeStubs.Given.class)
class FixturesTest {
    static List<Fixture> fixtures() {
        return Fixture.allIn(RuntimeStubs.RESOURCES.resolve("fixtures"));
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void gives_exactly_these_diagnostics(Fixture fixture, RuntimeStubs stubs, @TempDir Path directory)
            throws Exception {
        Compiled compiled = new Javac(directory)
                .classPath(stubs.classes())
                .options(fixture.options())
                .compile(fixture.sources());

        assertThat(compiled.messages()).containsExactlyInAnyOrderElementsOf(fixture.expected());
        if (fixture.main().isPresent()) {
            assertThat(run(compiled.classes(), fixture.main().get())).isEqualTo(fixture.prints());
        }
    }

    private static Object run(Path classes, String main) throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, FixturesTest.class.getClassLoader())) {
            return loader.loadClass(main).getMethod("run").invoke(null);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() instanceof Exception cause ? cause : thrown;
        }
    }
}
