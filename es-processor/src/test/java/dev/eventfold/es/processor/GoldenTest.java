package dev.eventfold.es.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated code is read by people, so it is compared as text. {@code -Dgolden.update=true} writes what is new or changed. */
@ExtendWith(RuntimeStubs.Given.class)
class GoldenTest {
    private static final Path GOLDEN = RuntimeStubs.RESOURCES.resolve("golden");

    static List<Fixture> programs() {
        return Fixture.allIn(GOLDEN.resolve("programs"));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void generates_this_text(Fixture program, RuntimeStubs stubs, @TempDir Path directory) throws IOException {
        Compiled compiled = new Javac(directory)
                .classPath(stubs.classes())
                .options(program.options())
                .compile(program.sources());

        assertThat(compiled.messages()).isEmpty();
        Map<String, String> generated = texts(compiled.generated());
        generated.putAll(texts(compiled.classes(), "META-INF/eventfold"));
        Path expected = GOLDEN.resolve("expected").resolve(program.name());
        if (Boolean.getBoolean("golden.update")) {
            write(expected, generated);
        }
        assertThat(generated).isEqualTo(texts(expected));
    }

    private static Map<String, String> texts(Path directory) throws IOException {
        return texts(directory, "");
    }

    private static Map<String, String> texts(Path directory, String part) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : Javac.filesIn(directory.resolve(part))) {
            texts.put(directory.relativize(file).toString(), Files.readString(file));
        }
        return texts;
    }

    private static void write(Path directory, Map<String, String> texts) throws IOException {
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Path file = directory.resolve(text.getKey());
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, text.getValue());
        }
    }
}
