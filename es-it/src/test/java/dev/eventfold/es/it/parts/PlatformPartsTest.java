package dev.eventfold.es.it.parts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.processor.EventfoldProcessor;
import dev.eventfold.es.runtime.Codec;
import dev.eventfold.es.runtime.json.Jackson;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the processor says of the JDK's types as parts of what is stored, against what the codec makes of their values; some of them in each build, all in a long one. */
class PlatformPartsTest {
    private static final boolean LONG = Boolean.getBoolean("eventfold.long");
    private static final long SEED = Long.getLong("seed", new Random().nextLong());
    /** Of so many types a normal build takes one. */
    private static final int SAMPLE = 4;

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    private static final Pattern RECORD = Pattern.compile("\\brecord (P\\d+)\\(");

    @TempDir
    private Path directory;

    @TempDir
    private Path generated;

    private List<Sample> samples = List.of();

    @BeforeEach
    void read_samples() throws IOException {
        samples = Sample.all().stream()
                .filter(sample -> LONG || Math.floorMod(sample.type().hashCode() + SEED, SAMPLE) == 0)
                .toList();
    }

    @Test
    void the_processor_refuses_the_types_whose_values_do_not_come_back_and_no_others() throws Exception {
        Set<String> lost = new TreeSet<>();
        Codec codec = Jackson.codec();
        try (URLClassLoader classes = compiled()) {
            Class<?> parts = classes.loadClass("parts.Parts");
            for (Sample sample : samples) {
                if (!comesBack(codec, parts.getMethod("make" + sample.number()).invoke(null))) {
                    lost.add(sample.type());
                }
            }
        }

        assertThat(lost).as("seed=%d", SEED).hasSizeBetween(samples.size() / 4, samples.size() - 5);
        assertThat(refused()).as("seed=%d", SEED).containsExactlyInAnyOrderElementsOf(lost);
    }

    private URLClassLoader compiled() throws IOException {
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        List<String> options = List.of("-proc:none", "-nowarn", "-d", directory.toString());
        JavaFileObject source = new Source(Sample.source(samples, false));
        assertThat(COMPILER.getTask(null, null, said, options, null, List.of(source))
                        .call())
                .as("%s", said.getDiagnostics())
                .isTrue();
        return new URLClassLoader(
                new URL[] {directory.toUri().toURL()}, getClass().getClassLoader());
    }

    /** The types of which the processor says so. */
    private Set<String> refused() {
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        Source source = new Source(Sample.source(samples, true));
        JavaCompiler.CompilationTask task = COMPILER.getTask(
                null,
                null,
                said,
                List.of("-proc:only", "-implicit:none", "-Xmaxerrs", "1000", "-d", generated.toString()),
                null,
                List.of(source));
        task.setProcessors(List.of(new EventfoldProcessor()));
        task.call();
        Set<String> refused = said.getDiagnostics().stream()
                .filter(one -> one.getMessage(Locale.ROOT).contains("[ES:WrongPayload]"))
                .map(one -> source.line(one))
                .map(line ->
                        RECORD.matcher(line).results().findFirst().orElseThrow().group(1))
                .collect(Collectors.toSet());
        return samples.stream()
                .filter(sample -> refused.contains(sample.className()))
                .map(Sample::type)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean comesBack(Codec codec, Object event) throws ReflectiveOperationException {
        try {
            Object read = codec.readEvent(codec.write(event), event.getClass());
            return isSame(value(event), value(read));
        } catch (RuntimeException neitherWrittenNorRead) {
            return false;
        }
    }

    private static Object value(Object event) throws ReflectiveOperationException {
        return event.getClass().getMethod("value").invoke(event);
    }

    /** Values that are only the same as themselves are compared by the text that they say of themselves. */
    private static boolean isSame(Object before, Object after) throws ReflectiveOperationException {
        if (Objects.deepEquals(before, after)) {
            return true;
        }
        if (before instanceof Collection<?> some && after instanceof Collection<?> others) {
            return List.copyOf(some).equals(List.copyOf(others));
        }
        return isOfObject(before, "equals", Object.class)
                && !isOfObject(before, "toString")
                && before.toString().equals(after.toString());
    }

    private static boolean isOfObject(Object value, String method, Class<?>... parameters)
            throws ReflectiveOperationException {
        return value.getClass().getMethod(method, parameters).getDeclaringClass() == Object.class;
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///parts/Parts.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }

        String line(Diagnostic<?> said) {
            return text.lines().skip(said.getLineNumber() - 1).findFirst().orElseThrow();
        }
    }
}
