package dev.eventfold.es.it.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Compiles every mutant of some programs, with a schema lock or without. */
final class MutationRun {
    private static final String STAND_IN = """
            package %s;

            public final class Commands {
                private Commands() {}

                public static dev.eventfold.es.CommandEnvelope to(Object id, Object command) {
                    throw new UnsupportedOperationException();
                }
            }
            """;

    private final Path directory;
    private final boolean locked;
    private final ThreadLocal<Toolbox> toolboxes;
    private final AtomicInteger locks = new AtomicInteger();

    MutationRun(Path directory, boolean locked) {
        this.directory = directory;
        this.locked = locked;
        this.toolboxes = ThreadLocal.withInitial(() -> new Toolbox(directory));
    }

    /** In the order of the programs. */
    List<Outcome> of(List<Program> programs) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<List<Outcome>>> running = new ArrayList<>();
            for (Program program : programs) {
                running.add(threads.submit(() -> of(program)));
            }
            List<Outcome> all = new ArrayList<>();
            for (Future<List<Outcome>> one : running) {
                all.addAll(one.get());
            }
            return all;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Outcome> of(Program program) throws IOException {
        Toolbox toolbox = toolboxes.get();
        List<String> options = lock();
        Compiled original = toolbox.compile(program.sources(), updating(options));
        if (!original.messages().isEmpty()) {
            throw new IllegalStateException("not sound: program=" + program.name() + ", said=" + original.messages());
        }
        Path generated = Files.createTempDirectory(directory, "generated");
        toolbox.classes(program.sources(), generated);
        Map<String, String> standIns = standIns(original);
        List<Outcome> outcomes = new ArrayList<>();
        for (Mutant mutant : Mutations.of(Model.of(program, generated, toolbox))) {
            Compiled now = toolbox.compile(mutant.sources(), options);
            outcomes.add(
                    Outcome.of(mutant, original, now, one -> toolbox.isAcceptedAlone(join(standIns, one.sources()))));
        }
        return outcomes;
    }

    /** What code that people write names of what is generated, as it would be if nothing were checked. */
    private static Map<String, String> standIns(Compiled original) {
        Map<String, String> standIns = new TreeMap<>();
        original.written().forEach((path, text) -> {
            if (path.endsWith("/Commands.java")) {
                String name = path.replace("/Commands.java", "").replace('/', '.');
                standIns.put(path, STAND_IN.formatted(name));
            } else if (path.endsWith("/ProcessManagers.java") || path.endsWith("Timeouts.java")) {
                standIns.put(path, text);
            }
        });
        return standIns;
    }

    private static Map<String, String> join(Map<String, String> some, Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(some);
        all.putAll(more);
        return all;
    }

    private List<String> lock() {
        Path lock = directory.resolve("lock-" + locks.incrementAndGet()).toAbsolutePath();
        return locked ? List.of("-Aeventfold.schema=" + lock) : List.of();
    }

    private List<String> updating(List<String> options) {
        return locked ? List.of(options.get(0), "-Aeventfold.schema.update=true") : options;
    }
}
