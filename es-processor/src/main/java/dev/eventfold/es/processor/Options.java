package dev.eventfold.es.processor;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.SourceVersion;

/**
 * What {@code -A} says.
 *
 * @param modulePackage where the classes of the module go
 */
record Options(Optional<String> modulePackage) {
    static final String PACKAGE = "eventfold.package";
    private static final String PREFIX = "eventfold.";

    static Set<String> names() {
        return Set.of(PACKAGE);
    }

    /** The options that are ours to judge, a mistyped one too: else the compiler would say of it, beside us, that nobody knows it. */
    static Set<String> claimed(Set<String> given) {
        Set<String> claimed = new TreeSet<>(names());
        given.stream().filter(name -> name.startsWith(PREFIX)).forEach(claimed::add);
        return claimed;
    }

    static Options read(Map<String, String> given, Diagnostics diagnostics) {
        given.keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !names().contains(name))
                .sorted()
                .forEach(name -> diagnostics.report(
                        SourceSpot.nowhere(), Problem.UNKNOWN_OPTION, name, Suggestions.of(name, names())));
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
