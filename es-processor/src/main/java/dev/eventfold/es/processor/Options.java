package dev.eventfold.es.processor;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * What {@code -A} says.
 *
 * @param modulePackage where the classes of the module go
 */
record Options(Optional<String> modulePackage) {
    static final String PACKAGE = "eventfold.package";

    static Set<String> names() {
        return Set.of(PACKAGE);
    }

    static Options read(Map<String, String> given, Diagnostics diagnostics) {
        if (!given.containsKey(PACKAGE)) {
            return new Options(Optional.empty());
        }
        String named =
                Objects.requireNonNullElse(given.get(PACKAGE), ""); // javac has null for no value and for an empty one
        Optional<String> legal = Optional.of(named).filter(SourceVersion::isName);
        if (legal.isEmpty()) {
            diagnostics.report(SourceSpot.nowhere(), Problem.BAD_OPTION, PACKAGE, named);
        }
        return new Options(legal);
    }
}
