package dev.eventfold.es.runtime.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.keeping.Diary;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same code has the same sum, and other code has another one, wherever in it the difference is. */
class CodeSumTest {
    private static final String ROOT = "package p; class Root { int fold(int n) { return new Inner().next(n); } }";
    private static final String INNER =
            "package p; class Inner { int next(int n) { Supplied s = () -> Far.CONSTANT; return n + s.get(); } }";
    private static final String SUPPLIED = "package p; interface Supplied { int get(); }";
    private static final String FAR =
            "package p; class Far { static int CONSTANT = Integer.parseInt(\"1\"); Type[] field; }";
    private static final String TYPE = "package p; @Mark(Marked.class) class Type { java.util.List<Element> list; }";
    private static final String MARK = "package p; @interface Mark { Class<?> value(); }";
    private static final String MARKED = "package p; class Marked {}";
    private static final String ELEMENT =
            "package p; enum Element { ONE; static final long LARGE = 1L << 40; double d = 0.5; float f = 0.5f; }";
    private static final String BESIDE = "package p; class Beside { Root root; }";

    @TempDir
    private Path directory;

    private int programs;

    private String sum(String... replaced) throws IOException {
        Path sources = Files.createDirectories(directory.resolve("sources" + programs));
        Path classes = Files.createDirectories(directory.resolve("classes" + programs++));
        for (String source : List.of(ROOT, INNER, SUPPLIED, FAR, TYPE, MARK, MARKED, ELEMENT, BESIDE)) {
            String name = source.replaceAll("(?s).*?(?:class|@?interface|enum) (\\w+) \\{.*", "$1");
            String written = source;
            for (int n = 0; n < replaced.length; n += 2) {
                written = written.replace(replaced[n], replaced[n + 1]);
            }
            Files.writeString(sources.resolve(name + ".java"), written);
        }
        try (Stream<Path> files = Files.list(sources)) {
            String[] arguments = Stream.concat(
                            Stream.of("-proc:none", "-d", classes.toString()),
                            files.map(Path::toString).sorted())
                    .toArray(String[]::new);
            assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments))
                    .isZero();
        }
        return CodeSum.of(List.of(new Loader(classes).load("p.Root")));
    }

    /** Finds classes in a directory, and their compiled form too. */
    private static final class Loader extends ClassLoader {
        private final Path classes;

        Loader(Path classes) {
            super(CodeSumTest.class.getClassLoader());
            this.classes = classes;
        }

        Class<?> load(String name) {
            try {
                return loadClass(name);
            } catch (ClassNotFoundException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            try (InputStream input = Optional.ofNullable(findResource(name.replace('.', '/') + ".class"))
                    .orElseThrow(() -> new ClassNotFoundException(name))
                    .openStream()) {
                byte[] bytes = input.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }

        @Override
        protected URL findResource(String name) {
            Path file = classes.resolve(name);
            try {
                return Files.exists(file) ? file.toUri().toURL() : null;
            } catch (MalformedURLException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Test
    void the_same_code_has_the_same_sum() throws IOException {
        assertThat(sum()).isEqualTo(sum()).hasSize(16);
    }

    @Test
    void a_change_anywhere_in_what_is_reached_is_another_sum() throws IOException {
        String before = sum();

        assertThat(sum("next(n)", "next(n + 1)")).as("the class itself").isNotEqualTo(before);
        assertThat(sum("n + s.get()", "n - s.get()")).as("what it calls").isNotEqualTo(before);
        assertThat(sum("parseInt(\"1\")", "parseInt(\"2\")"))
                .as("named in a lambda")
                .isNotEqualTo(before);
        assertThat(sum("List<Element> list", "List<Element> list2"))
                .as("the type of a field")
                .isNotEqualTo(before);
        assertThat(sum("{ ONE;", "{ ONE, TWO;")).as("a type argument").isNotEqualTo(before);
        assertThat(sum("class Marked {}", "class Marked { int n; }"))
                .as("named in an annotation")
                .isNotEqualTo(before);
    }

    @Test
    void a_change_beside_it_is_not() throws IOException {
        assertThat(sum("Root root;", "Root root; int other;")).isEqualTo(sum());
    }

    @Test
    void a_lambda_counts_as_the_class_where_it_is_written() {
        Supplier<String> lambda = () -> "x";

        assertThat(CodeSum.of(List.of(Diary.class, lambda.getClass())))
                .hasSize(16)
                .isNotEqualTo(CodeSum.of(List.of(Diary.class)));
    }

    @Test
    void code_that_is_not_to_be_had_has_none() {
        Object proxy = Proxy.newProxyInstance(
                CodeSumTest.class.getClassLoader(), new Class<?>[] {Supplier.class}, (self, method, arguments) -> null);

        assertThat(CodeSum.of(List.of(Diary.class, proxy.getClass()))).isEmpty();
    }

    @Test
    void the_classes_that_a_class_names_are_found() throws IOException {
        try (InputStream input = Optional.ofNullable(Diary.class.getResourceAsStream("Diary.class"))
                .orElseThrow()) {
            Set<String> named = ClassFile.named(input.readAllBytes());

            assertThat(named)
                    .contains(
                            "dev/eventfold/es/runtime/keeping/Diary$Line",
                            "dev/eventfold/es/runtime/keeping/Note",
                            "dev/eventfold/es/Aggregate",
                            "java/util/TreeMap");
        }
    }
}
