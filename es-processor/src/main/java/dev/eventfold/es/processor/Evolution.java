package dev.eventfold.es.processor;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an event, a command or the state of a process manager was before.
 *
 * @param version of its present shape
 * @param formerNames older stored names, as written
 * @param upcasters one for each older version, in order
 */
record Evolution(int version, List<String> formerNames, List<Upcaster> upcasters) {
    /** Of what never changed. */
    static final Evolution FIRST = new Evolution(1, List.of(), List.of());

    Evolution {
        formerNames = List.copyOf(formerNames);
        upcasters = List.copyOf(upcasters);
    }

    /** The warnings that naming the older shapes and calling what reads them gives. */
    Set<String> lint() {
        Set<String> lint = new TreeSet<>();
        for (Upcaster upcaster : upcasters) {
            lint.addAll(upcaster.lint());
            lint.addAll(upcaster.reads().lint());
        }
        return lint;
    }

    /**
     * A method that reads an older shape.
     *
     * @param from the version
     * @param reads the class of that shape; its members when it takes a map
     * @param owner the class that declares the method
     * @param method its name
     * @param visibility from where it can be called
     * @param lint the warnings that calling it gives
     * @param spot its annotation
     */
    record Upcaster(
            int from,
            Declaration reads,
            boolean takesMembers,
            ClassRef owner,
            String method,
            Visibility visibility,
            Set<String> lint,
            SourceSpot spot) {
        Upcaster {
            lint = Set.copyOf(lint);
        }

        boolean reaches(String packageName) {
            return visibility.reaches(owner.packageName(), packageName)
                    && reads.visibility().reaches(reads.type().packageName(), packageName);
        }
    }
}
