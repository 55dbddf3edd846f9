package dev.eventfold.es.it.mutation;

import com.sun.source.util.JavacTask;
import dev.eventfold.es.testing.JdkFiles;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
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

    private static final List<String> INSPECTION = List.of(
            "-Xlint:all,-processing",
            "-XDcompilePolicy=simple",
            "-XDaddTypeAnnotationsToSymbol=true",
            "--should-stop=ifError=FLOW",
            "-Xplugin:ErrorProne");

    private static final List<ServiceLoader.Provider<Processor>> PROCESSORS =
            ServiceLoader.load(Processor.class).stream().toList();

    /** What a program needs; the compiler looks for each package in every entry. */
    private static final List<Path> CLASS_PATH = Stream.of(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry ->
                    Stream.of("es-api", "es-runtime", "jackson", "jspecify").anyMatch(entry::contains))
            .map(Path::of)
            .toList();

    private final StandardJavaFileManager files =
            COMPILER.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

    private final JdkFiles seen = JdkFiles.of(files);

    private final List<Path> compiled = new ArrayList<>();

    Toolbox() {
        seeNoOther();
    }

    private void setClassPath() {
        try {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, join(compiled, CLASS_PATH));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that the compiler and the processor say, and what the processor writes. */
    Compiled compile(Map<String, String> sources, List<String> options) {
        return compile(sources, join(CHECK, options), new Output(seen));
    }

    /** What Error Prone says, too. */
    Compiled inspect(Map<String, String> sources) {
        return compile(sources, INSPECTION, new Output(seen));
    }

    private static Compiled compile(Map<String, String> sources, List<String> options, Output output) {
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        JavaCompiler.CompilationTask task = COMPILER.getTask(null, output, said, options, null, sourceFiles(sources));
        task.setProcessors(PROCESSORS.stream().map(ServiceLoader.Provider::get).toList());
        if (!task.call() && said.getDiagnostics().stream().noneMatch(one -> one.getKind() == Diagnostic.Kind.ERROR)) {
            throw new IllegalStateException("the compiler failed without a word");
        }
        return new Compiled(
                said.getDiagnostics().stream()
                        .filter(one -> one.getKind() != Diagnostic.Kind.NOTE)
                        .map(one -> Message.of(one, sources.keySet()))
                        .toList(),
                output.texts());
    }

    /** Compiles a program into a directory. */
    void classes(Map<String, String> sources, Path output) throws IOException {
        files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
        files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(output));
        JavaCompiler.CompilationTask task =
                COMPILER.getTask(null, seen, null, List.of("-nowarn"), null, sourceFiles(sources));
        task.setProcessors(PROCESSORS.stream().map(ServiceLoader.Provider::get).toList());
        task.call();
    }

    /** Whether the compiler takes it without the processor. */
    boolean isAcceptedAlone(Map<String, String> sources) {
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        List<String> options = List.of("-proc:none", "-XDshould-stop.ifNoError=FLOW");
        return COMPILER.getTask(null, seen, said, options, null, sourceFiles(sources))
                .call();
    }

    /** From now on, what was compiled into that directory is there for what is compiled, too. */
    void see(Path classes) {
        compiled.add(classes);
        setClassPath();
    }

    /** Only what every program needs is there again. */
    void seeNoOther() {
        compiled.clear();
        setClassPath();
    }

    /** A look at sources whose generated classes are there. */
    JavacTask reading(Map<String, String> sources) {
        return (JavacTask) COMPILER.getTask(null, seen, null, List.of("-proc:none"), null, sourceFiles(sources));
    }

    private static List<JavaFileObject> sourceFiles(Map<String, String> sources) {
        List<JavaFileObject> objects = new ArrayList<>();
        sources.forEach((path, text) -> objects.add(new Source(path, text)));
        return objects;
    }

    private static <T> List<T> join(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
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
