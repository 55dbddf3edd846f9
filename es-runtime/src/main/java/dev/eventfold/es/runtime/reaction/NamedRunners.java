package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.EsException;
import dev.eventfold.es.runtime.program.Suggestions;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What moves the process managers of a program, by their stored names. All are added before anybody asks. */
final class NamedRunners {
    private final Map<String, ManagerRunner<?>> runners = new TreeMap<>();

    void add(ManagerRunner<?> runner) {
        runners.put(runner.name(), runner);
    }

    Collection<ManagerRunner<?>> all() {
        return runners.values();
    }

    /** All, for whoever adds others. */
    Map<String, ManagerRunner<?>> byName() {
        return new TreeMap<>(runners);
    }

    /** Some, each once, in the order of their names in the call. */
    Collection<ManagerRunner<?>> of(String... names) {
        if (names.length == 1) {
            return List.of(require(names[0]));
        }
        Collection<ManagerRunner<?>> some = new LinkedHashSet<>();
        for (String name : names) {
            some.add(require(name));
        }
        return some;
    }

    @Nullable
    ManagerRunner<?> find(String name) {
        return runners.get(name);
    }

    ManagerRunner<?> require(String name) {
        ManagerRunner<?> runner = runners.get(name);
        if (runner == null) {
            throw unknown(name);
        }
        return runner;
    }

    private EsException unknown(String name) {
        return new EsException(
                "there is no such process manager: processManager=" + name + Suggestions.of(name, runners.keySet()));
    }
}
