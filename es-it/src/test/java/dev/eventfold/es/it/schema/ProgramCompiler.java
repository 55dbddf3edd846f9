package dev.eventfold.es.it.schema;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

/** Compiles programs of one file with the processor and a schema lock, each into a new directory. */
final class ProgramCompiler {
    private static final Pattern OURS = Pattern.compile("\\[ES:(\\w+)] .*");

    private final Path directory;
    private final Path lock;
    private int runs;

    ProgramCompiler(Path directory) {
        this.directory = directory;
        this.lock = directory.resolve("eventfold.schema").toAbsolutePath();
    }

    /** What the lock says. */
    String lock() throws IOException {
        return Files.readString(lock);
    }

    /** Where the last compilation put its classes. */
    Path classes() {
        return directory.resolve("classes-" + runs);
    }

    /** Compiles, and gives the codes of our errors; javac has none of its own. */
    List<String> compile(String program, boolean update) throws IOException {
        runs++;
        Files.createDirectories(classes());
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes()));
            JavaCompiler.CompilationTask task = compiler.getTask(
                    new StringWriter(),
                    files,
                    said,
                    List.of(
                            "--release",
                            "17",
                            "-Aeventfold.package=shop",
                            "-Aeventfold.schema=" + lock,
                            "-Aeventfold.schema.update=" + update),
                    null,
                    List.of(new Source(program)));
            task.setProcessors(ServiceLoader.load(Processor.class));
            task.call();
        }
        return said.getDiagnostics().stream().flatMap(one -> code(one, program)).toList();
    }

    private static Stream<String> code(Diagnostic<?> diagnostic, String program) {
        if (diagnostic.getKind() != Diagnostic.Kind.ERROR) {
            return Stream.empty();
        }
        Matcher ours = OURS.matcher(diagnostic.getMessage(Locale.ROOT));
        if (!ours.matches()) {
            throw new IllegalStateException(diagnostic + "\n" + program);
        }
        return Stream.of(ours.group(1));
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///shop/Program.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
