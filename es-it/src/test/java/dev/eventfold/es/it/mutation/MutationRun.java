package dev.eventfold.es.it.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

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

    private static final String COMMANDS = "/Commands.java";

    private final Path directory;
    private final boolean locked;
    private final int sample;
    private final long turn;
    private final ThreadLocal<Toolbox> toolboxes = ThreadLocal.withInitial(Toolbox::new);

    MutationRun(Path directory, boolean locked) {
        this(directory, locked, 1, 0);
    }

    private MutationRun(Path directory, boolean locked, int sample, long turn) {
        this.directory = directory;
        this.locked = locked;
        this.sample = sample;
        this.turn = turn;
    }

    /** Of so many mutants it takes one, always the same for a seed. */
    MutationRun sampling(int ofSoMany, long seed) {
        return new MutationRun(directory, locked, ofSoMany, seed);
    }

    /** In the order of the programs. */
    List<Outcome> of(List<Program> programs) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Outcome>> mutants = new ArrayList<>();
            for (List<Callable<Outcome>> some : results(threads, map(programs, program -> () -> mutants(program)))) {
                mutants.addAll(some);
            }
            return results(threads, mutants);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> List<T> results(ExecutorService threads, List<Callable<T>> tasks) throws Exception {
        List<T> results = new ArrayList<>();
        for (Future<T> one : threads.invokeAll(tasks)) {
            results.add(one.get());
        }
        return results;
    }

    private static <P, T> List<Callable<T>> map(List<P> some, Function<P, Callable<T>> task) {
        return some.stream().map(task).toList();
    }

    /** The program itself is compiled first, and its mutants when they are called for, by any thread. */
    private List<Callable<Outcome>> mutants(Program program) throws IOException {
        Toolbox toolbox = toolboxes.get();
        Build build = new Build(program, directory, locked ? Optional.of(locks()) : Optional.empty());
        Compiled original = build.original(toolbox);
        if (original.written().isEmpty()) {
            return List.of(); // nothing in it is ours, so that the compiler speaks of our options
        }
        if (!original.messages().isEmpty()) {
            throw new IllegalStateException("not sound: program=" + program.name() + ", said=" + original.messages());
        }
        List<String> options = statedPackage(program, original);
        Map<String, String> standIns = standIns(original);
        boolean isAccepted = toolbox.isAcceptedAlone(join(standIns, program.sources()));
        List<Mutant> mutants = Mutations.of(build.model(toolbox)).stream()
                .filter(mutant -> Math.floorMod(mutant.change().hashCode() + turn, sample) == 0)
                .toList();
        return map(mutants, mutant -> () -> {
            Compiled now = build.compile(mutant.sources(), options, toolboxes.get());
            return Outcome.of(
                    mutant,
                    original,
                    now,
                    one -> one.isOfAnnotation()
                            ? isAccepted
                            : toolboxes.get().isAcceptedAlone(join(standIns, one.sources())));
        });
    }

    /** A program that does not say where its classes of the module are is told to keep them there, whatever is deleted. */
    private static List<String> statedPackage(Program program, Compiled original) {
        boolean isSaid = program.sources().values().stream().anyMatch(text -> text.contains("@EventSourced"));
        return original.written().keySet().stream()
                .filter(path -> !isSaid && path.endsWith(COMMANDS))
                .map(path -> "-Aeventfold.package=" + packageOf(path))
                .toList();
    }

    private static String packageOf(String commands) {
        return commands.replace(COMMANDS, "").replace('/', '.');
    }

    /** What code that people write names of what is generated, as it would be if nothing were checked. */
    private static Map<String, String> standIns(Compiled original) {
        Map<String, String> standIns = new TreeMap<>();
        original.written().forEach((path, text) -> {
            if (path.endsWith(COMMANDS)) {
                standIns.put(path, STAND_IN.formatted(packageOf(path)));
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

    private Path locks() throws IOException {
        return Files.createTempDirectory(directory, "locks");
    }
}
