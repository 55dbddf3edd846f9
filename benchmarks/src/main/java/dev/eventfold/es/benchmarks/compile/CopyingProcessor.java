package dev.eventfold.es.benchmarks.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Reads no annotation and hands javac sources that were written before: the least that a processor with the same output can cost. */
@SupportedAnnotationTypes("*")
@SupportedOptions(CopyingProcessor.FROM)
public final class CopyingProcessor extends AbstractProcessor {
    static final String FROM = "copy.from";

    private boolean done;

    /** For javac. */
    public CopyingProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (!done) {
            done = true;
            Path from = Path.of(processingEnv.getOptions().get(FROM));
            try (Stream<Path> files = Files.walk(from)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    copy(from.relativize(file), file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return false;
    }

    private void copy(Path name, Path file) throws IOException {
        String path = name.toString().replace('\\', '/');
        String type = path.substring(0, path.length() - ".java".length()).replace('/', '.');
        try (Writer writer = processingEnv.getFiler().createSourceFile(type).openWriter()) {
            writer.write(Files.readString(file));
        }
    }
}
