package dev.eventfold.es.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds what a compile would lose whose output is not on its class path: an earlier one left classes there that this one neither compiles nor
 * sees. A compile of all sources loses nothing, however often it runs.
 */
final class UnseenOutput {
    private static final Pattern FROM = Pattern.compile("@EventfoldGenerated\\((?s:(.*?))\\)\\R");
    private static final Pattern NAME = Pattern.compile("\"([^\"]+)\"");

    private final OutputFiles files;
    private final JavaTypes types;

    UnseenOutput(OutputFiles files, JavaTypes types) {
        this.files = files;
        this.types = types;
    }

    /** The first class that would drop out of the module. */
    Optional<String> firstLost(Iterable<String> packages) {
        for (String name : packages) {
            Optional<String> lost = Stream.of(CommandsWriter.NAME, ModuleWriter.NAME)
                    .map(simpleName -> ClassRef.of(name, simpleName))
                    .filter(generated -> files.hasClass(name, generated.simpleName()))
                    .filter(generated -> types.find(generated).isEmpty())
                    .flatMap(generated -> sources(generated).stream())
                    .filter(source -> types.find(source).isEmpty() && isInOutput(source))
                    .findFirst();
            if (lost.isPresent()) {
                return lost;
            }
        }
        return Optional.empty();
    }

    private List<String> sources(ClassRef generated) {
        List<String> names = new ArrayList<>();
        Matcher marker = FROM.matcher(files.source(generated).orElse(""));
        if (marker.find()) {
            NAME.matcher(marker.group(1)).results().forEach(name -> names.add(name.group(1)));
        }
        return names;
    }

    /** A canonical name does not say where the package ends. */
    private boolean isInOutput(String canonicalName) {
        for (int dot = canonicalName.lastIndexOf('.'); dot > 0; dot = canonicalName.lastIndexOf('.', dot - 1)) {
            String nested = canonicalName.substring(dot + 1).replace('.', '$');
            if (files.hasClass(canonicalName.substring(0, dot), nested)) {
                return true;
            }
        }
        return false;
    }
}
