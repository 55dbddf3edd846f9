package dev.eventfold.es.processor;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import javax.lang.model.SourceVersion;

/**
 * What {@code -A} says.
 *
 * @param modulePackage where the classes of the module go
 * @param schema the schema lock
 * @param updatesSchema whether it is to be written
 */
record Options(Optional<String> modulePackage, Optional<Path> schema, boolean updatesSchema) {
    static final String PACKAGE = "eventfold.package";
    static final String SCHEMA = "eventfold.schema";
    static final String SCHEMA_UPDATE = "eventfold.schema.update";
    private static final String PREFIX = "eventfold.";

    static Set<String> names() {
        return Set.of(PACKAGE, SCHEMA, SCHEMA_UPDATE);
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
        Reading reading = new Reading(given, diagnostics);
        return new Options(reading.modulePackage(), reading.schema(), reading.updatesSchema());
    }

    /** One reading of what is given. */
    private record Reading(Map<String, String> given, Diagnostics diagnostics) {
        Optional<String> modulePackage() {
            return checked(PACKAGE, SourceVersion::isName, "a package name");
        }

        Optional<Path> schema() {
            return checked(SCHEMA, Reading::isAbsolute, "an absolute path. In Maven write ${basedir}/…")
                    .map(Path::of);
        }

        boolean updatesSchema() {
            Optional<String> said = checked(SCHEMA_UPDATE, Set.of("true", "false")::contains, "true or false");
            if (said.isPresent() && !given.containsKey(SCHEMA)) {
                refuse(SCHEMA_UPDATE, said.get(), "of use without -A" + SCHEMA + "=…");
            }
            return said.filter("true"::equals).isPresent();
        }

        private static boolean isAbsolute(String path) {
            try {
                return Path.of(path).isAbsolute();
            } catch (InvalidPathException none) {
                return false;
            }
        }

        private Optional<String> checked(String option, Predicate<String> isLegal, String what) {
            if (!given.containsKey(option)) {
                return Optional.empty();
            }
            String said = Objects.requireNonNullElse(
                    given.get(option), ""); // javac has null for no value and for an empty one
            if (!isLegal.test(said)) {
                refuse(option, said, what);
                return Optional.empty();
            }
            return Optional.of(said);
        }

        private void refuse(String option, String said, String what) {
            diagnostics.report(SourceSpot.nowhere(), Problem.BAD_OPTION, option, said, what);
        }
    }
}
