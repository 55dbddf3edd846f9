package dev.eventfold.es.it.mutation;

import com.sun.source.util.JavacTask;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** The compiler of this virtual machine, with the processor. One for each thread: its files are kept open between compilations. */
final class Toolbox {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    /** Whatever the compiler could have to say; no classes, for a mutant is not run. */
    private static final List<String> CHECK = List.of("-Xlint:all,-processing", "-XDshould-stop.ifNoError=FLOW");

    private static final List<ServiceLoader.Provider<Processor>> PROCESSORS =
            ServiceLoader.load(Processor.class).stream().toList();

    /** Without the examples, whose sources are compiled here. */
    private static final List<Path> CLASS_PATH = Stream.of(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains("example"))
            .map(Path::of)
            .toList();

    private final StandardJavaFileManager files =
            COMPILER.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
    private final Path directory;
    private int runs;

    Toolbox(Path directory) {
        this.directory = directory;
        try {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, CLASS_PATH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that the compiler and the processor say, and what the processor writes. */
    Compiled compile(Map<String, String> sources, List<String> options) throws IOException {
        Path output = Files.createDirectories(
                directory.resolve("out-" + Thread.currentThread().getId() + "-" + runs++));
        files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
        files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(output));
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        JavaCompiler.CompilationTask task =
                COMPILER.getTask(null, files, said, join(CHECK, options), null, sourceFiles(sources));
        task.setProcessors(PROCESSORS.stream().map(ServiceLoader.Provider::get).toList());
        task.call();
        return new Compiled(
                said.getDiagnostics().stream()
                        .filter(one -> one.getKind() != Diagnostic.Kind.NOTE)
                        .map(one -> Message.of(one, sources.keySet()))
                        .toList(),
                written(output));
    }

    /** Compiles a program into a directory. */
    void classes(Map<String, String> sources, Path output) throws IOException {
        files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
        files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(output));
        JavaCompiler.CompilationTask task =
                COMPILER.getTask(null, files, null, List.of("-nowarn"), null, sourceFiles(sources));
        task.setProcessors(PROCESSORS.stream().map(ServiceLoader.Provider::get).toList());
        task.call();
    }

    /** Whether the compiler takes it without the processor. */
    boolean isAcceptedAlone(Map<String, String> sources) {
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        List<String> options = List.of("-proc:none", "-XDshould-stop.ifNoError=FLOW");
        return COMPILER.getTask(null, files, said, options, null, sourceFiles(sources))
                .call();
    }

    /** A look at sources whose generated classes are in a directory. */
    JavacTask reading(Map<String, String> sources, Path generated) {
        String classPath = Stream.concat(Stream.of(generated), CLASS_PATH.stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        return (JavacTask)
                COMPILER.getTask(null, null, null, List.of("-proc:none", "-cp", classPath), null, sourceFiles(sources));
    }

    private static List<JavaFileObject> sourceFiles(Map<String, String> sources) {
        List<JavaFileObject> objects = new ArrayList<>();
        sources.forEach((path, text) -> objects.add(new Source(path, text)));
        return objects;
    }

    private static List<String> join(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static Map<String, String> written(Path output) throws IOException {
        Map<String, String> written = new TreeMap<>();
        try (Stream<Path> found = Files.walk(output)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                written.put(output.relativize(file).toString(), Files.readString(file));
            }
        }
        return written;
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
