package dev.eventfold.es.processor;

import java.util.Map;
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
        Optional<String> named = Optional.ofNullable(given.get(PACKAGE));
        Optional<String> legal = named.filter(SourceVersion::isName);
        if (named.isPresent() && legal.isEmpty()) {
            diagnostics.report(SourceSpot.nowhere(), Problem.BAD_OPTION, PACKAGE, named.get());
        }
        return new Options(legal);
    }
}
