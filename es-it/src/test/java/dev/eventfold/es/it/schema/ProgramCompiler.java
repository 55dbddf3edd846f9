package dev.eventfold.es.it.schema;

import dev.eventfold.es.testing.JdkFiles;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles programs with the processor and a schema lock, each into a new directory. */
final class ProgramCompiler {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    /** One for each thread and all its compilations, so that the class path is opened once. */
    private static final ThreadLocal<StandardJavaFileManager> FILES = ThreadLocal.withInitial(ProgramCompiler::files);

    /** Nothing where the compiler does so anyhow: being told would cost it a quarter of its time. */
    private static final List<String> RELEASE =
            Runtime.version().feature() == 17 ? List.of() : List.of("--release", "17");

    /** What is seen of them: a compiler that is told a release wants its own. */
    private static final ThreadLocal<JavaFileManager> SEEN =
            ThreadLocal.withInitial(() -> RELEASE.isEmpty() ? JdkFiles.of(FILES.get()) : FILES.get());

    private static final Pattern OURS = Pattern.compile("\\[ES:(\\w+)] .*");

    private final Path directory;
    private final Path lock;
    private int runs;

    ProgramCompiler(Path directory) {
        this.directory = directory;
        this.lock = directory.resolve("eventfold.schema").toAbsolutePath();
    }

    /** Begins with the lock that is there. */
    void begin(Path schema) throws IOException {
        Files.copy(schema, lock);
    }

    /** What the lock says. */
    String lock() throws IOException {
        return Files.readString(lock);
    }

    /** Where the last compilation put its classes. */
    Path classes() {
        return directory.resolve("classes-" + runs);
    }

    /** Compiles a program of one file in package shop. */
    List<String> compile(String program, boolean update) throws IOException {
        return compile(Map.of("shop/Program.java", program), "shop", update);
    }

    /** Has the processor look at such a program, and nothing compiled: takes a third of the time. */
    List<String> process(String program, boolean update) throws IOException {
        return compile(
                Map.of("shop/Program.java", program),
                Stream.concat(Stream.of("-proc:only"), locked("shop", update)).toList());
    }

    /** Compiles a program of one file without the processor, and loads its one stored class. */
    Class<?> storedClass(String program) throws IOException {
        List<String> said = compile(Map.of("shop/Program.java", program), List.of("-proc:none"));
        if (!said.isEmpty()) {
            throw new IllegalStateException(program);
        }
        URL[] urls = {classes().toUri().toURL()};
        ClassLoader loader = new URLClassLoader(urls, ProgramCompiler.class.getClassLoader());
        try {
            return Stream.of(loader.loadClass("shop.Program").getDeclaredClasses())
                    .filter(type -> !Snippets.FURTHER_TYPES.contains(type.getSimpleName()))
                    .findFirst()
                    .orElseThrow();
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Compiles, and gives the codes of our errors; javac has none of its own. */
    List<String> compile(Map<String, String> program, String modulePackage, boolean update) throws IOException {
        return compile(program, locked(modulePackage, update).toList());
    }

    private Stream<String> locked(String modulePackage, boolean update) {
        return Stream.of(
                "-Aeventfold.package=" + modulePackage,
                "-Aeventfold.schema=" + lock,
                "-Aeventfold.schema.update=" + update);
    }

    private List<String> compile(Map<String, String> program, List<String> options) throws IOException {
        runs++;
        Files.createDirectories(classes());
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        FILES.get().setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes()));
        JavaCompiler.CompilationTask task = COMPILER.getTask(
                new StringWriter(),
                SEEN.get(),
                said,
                Stream.concat(RELEASE.stream(), options.stream()).toList(),
                null,
                program.entrySet().stream()
                        .map(file -> new Source(file.getKey(), file.getValue()))
                        .toList());
        task.setProcessors(ServiceLoader.load(Processor.class));
        task.call();
        return said.getDiagnostics().stream().flatMap(ProgramCompiler::code).toList();
    }

    /** With what the programs need: the compiler looks for each package in every entry of the class path. */
    private static StandardJavaFileManager files() {
        StandardJavaFileManager files = COMPILER.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
        try {
            files.setLocationFromPaths(
                    StandardLocation.CLASS_PATH,
                    Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                            .filter(entry -> Stream.of("es-api", "es-runtime", "jackson", "jspecify")
                                    .anyMatch(entry::contains))
                            .map(Path::of)
                            .toList());
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> code(Diagnostic<?> diagnostic) {
        if (diagnostic.getKind() != Diagnostic.Kind.ERROR) {
            return Stream.empty();
        }
        Matcher ours = OURS.matcher(diagnostic.getMessage(Locale.ROOT));
        if (!ours.matches()) {
            throw new IllegalStateException(diagnostic.toString());
        }
        return Stream.of(ours.group(1));
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String path, String text) {
            super(URI.create("string:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
