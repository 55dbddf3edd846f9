package dev.eventfold.es.processor;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.tools.JavaFileManager;
import javax.tools.StandardLocation;

/** Looks at files that an earlier compile left, whether or not the compiler sees them as classes. */
final class OutputFiles {
    private final Filer filer;

    OutputFiles(Filer filer) {
        this.filer = filer;
    }

    boolean hasClass(String packageName, String binarySimpleName) {
        return has(packageName, binarySimpleName + ".class");
    }

    boolean has(String packageName, String file) {
        try {
            filer.getResource(StandardLocation.CLASS_OUTPUT, packageName, file)
                    .openInputStream()
                    .close();
            return true;
        } catch (IOException | IllegalArgumentException none) {
            return false;
        }
    }

    Optional<String> resource(String path) {
        return text(StandardLocation.CLASS_OUTPUT, "", path);
    }

    /** The text of a source that was generated before, wherever the compiler put it. */
    Optional<String> source(ClassRef name) {
        return Stream.of(
                        StandardLocation.SOURCE_OUTPUT,
                        StandardLocation.CLASS_OUTPUT,
                        StandardLocation.SOURCE_PATH,
                        StandardLocation.CLASS_PATH)
                .flatMap(place -> text(place, name.packageName(), name.simpleName() + ".java").stream())
                .findFirst();
    }

    private Optional<String> text(JavaFileManager.Location place, String packageName, String file) {
        try {
            return Optional.of(filer.getResource(place, packageName, file)
                    .getCharContent(true)
                    .toString());
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException | NullPointerException none) {
            return Optional.empty(); // compilers differ in how they say that a place or file is not there
        }
    }
}
