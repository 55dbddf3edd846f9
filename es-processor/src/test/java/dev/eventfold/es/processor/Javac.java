package dev.eventfold.es.processor;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.testing.JdkFiles;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles sources in a directory with the processor, as a user's build does. */
final class Javac {
    private static final JavaCompiler COMPILER = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    /** One for each thread and all its compilations: it keeps the class path open. */
    private static final ThreadLocal<StandardJavaFileManager> MANAGERS =
            ThreadLocal.withInitial(() -> COMPILER.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8));

    /** What it sees of them. */
    private static final ThreadLocal<JdkFiles> SEEN = ThreadLocal.withInitial(() -> JdkFiles.of(MANAGERS.get()));

    /** No release where the compiler has it anyhow: being told would cost it a quarter of its time. */
    private static final List<String> STRICT = Runtime.version().feature() == 17
            ? List.of("-Xlint:all,-processing")
            : List.of("-Xlint:all,-processing", "--release", "17");

    private final Path directory;
    private final List<Path> classPath = new ArrayList<>();
    private final List<String> options = new ArrayList<>(STRICT);
    private List<Processor> processors = List.of(new EventfoldProcessor());

    /**
     * A compiler.
     *
     * @param directory sources go to {@code src} in it, classes to {@code classes}, generated sources to {@code generated}
     */
    Javac(Path directory) {
        this.directory = directory;
        classPath.add(locationOf(CommandEnvelope.class));
        classPath.add(locationOf(Javac.class));
    }

    Javac classPath(Path entry) {
        classPath.add(entry);
        return this;
    }

    Javac options(List<String> further) {
        options.addAll(further);
        return this;
    }

    Javac processors(Processor... instead) {
        processors = List.of(instead);
        return this;
    }

    Compiled compile(List<Fixture.Source> sources) {
        sources.stream().filter(source -> !isJava(source)).forEach(this::write);
        List<Path> files =
                sources.stream().filter(Javac::isJava).map(this::write).toList();
        Path classes = create("classes");
        Path generated = create("generated");
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        StandardJavaFileManager manager = MANAGERS.get();
        try {
            manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            manager.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(generated));
            boolean named = sources.stream().anyMatch(source -> source.path().equals("module-info.java"));
            manager.setLocationFromPaths(StandardLocation.CLASS_PATH, named ? List.of() : classPath);
            manager.setLocationFromPaths(
                    StandardLocation.MODULE_PATH, named ? List.of(locationOf(CommandEnvelope.class)) : List.of());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        JavaCompiler.CompilationTask task =
                COMPILER.getTask(null, seen(), said, located(), null, manager.getJavaFileObjectsFromPaths(files));
        task.setProcessors(processors);
        task.call();
        return new Compiled(said.getDiagnostics().stream().map(this::message).toList(), classes, generated);
    }

    /** A compiler that is told a release wants its own files. */
    private JavaFileManager seen() {
        return options.contains("--release") ? MANAGERS.get() : SEEN.get();
    }

    private List<String> located() {
        return options.stream()
                .map(option -> option.replace("…/", directory + "/src/"))
                .toList();
    }

    private static boolean isJava(Fixture.Source source) {
        return source.path().endsWith(".java");
    }

    private Fixture.Message message(Diagnostic<? extends JavaFileObject> diagnostic) {
        String kind = diagnostic.getKind() == Diagnostic.Kind.ERROR ? "error" : "warning";
        String text = diagnostic.getMessage(Locale.ROOT).lines().findFirst().orElse("");
        JavaFileObject source = diagnostic.getSource();
        return source == null
                ? new Fixture.Message(kind, "", 0, text.replace(directory + "/src/", "…/"))
                : new Fixture.Message(kind, relative(Path.of(source.toUri())), diagnostic.getLineNumber(), text);
    }

    private String relative(Path file) {
        Path source = directory.resolve("src");
        Path base = file.startsWith(source) ? source : directory;
        return base.relativize(file).toString().replace(File.separatorChar, '/');
    }

    private Path write(Fixture.Source source) {
        try {
            Path file = directory.resolve("src").resolve(source.path());
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            return Files.writeString(file, source.text());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path create(String name) {
        try {
            return Files.createDirectories(directory.resolve(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Path locationOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Every generated source, by path. */
    static List<Path> filesIn(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
