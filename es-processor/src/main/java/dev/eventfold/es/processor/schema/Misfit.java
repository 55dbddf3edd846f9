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

    /** What it is called where the class that it lies in is part of several payloads, and changed for all of them. */
    String cause() {
        return path.size() > 1 ? path.get(path.size() - 1) + " " + problem : problem;
    }

    /** Whether it may come from a class that is part of several payloads. */
    boolean isOfPart() {
        return path.size() > 1 || problem.startsWith(ShapeReading.NO_LONGER);
    }

    String text() {
        return path.isEmpty() ? problem : String.join(".", path) + " " + problem;
    }
}
