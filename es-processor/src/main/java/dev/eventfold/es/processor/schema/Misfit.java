package dev.eventfold.es.processor.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * One place where what is stored cannot be read.
 *
 * @param path the names of the members that lead there, outermost first
 * @param problem what is wrong with it
 */
record Misfit(List<String> path, String problem) {
    Misfit {
        path = List.copyOf(path);
    }

    Misfit in(String member) {
        List<String> longer = new ArrayList<>(List.of(member));
        longer.addAll(path);
        return new Misfit(longer, problem);
    }

    String text() {
        return path.isEmpty() ? problem : String.join(".", path) + " " + problem;
    }
}
