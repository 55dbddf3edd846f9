package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.EsException;
import dev.eventfold.es.runtime.domain.Commands;
import dev.eventfold.es.runtime.domain.Mending;
import dev.eventfold.es.runtime.domain.SourceCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Callers who send events with bugs in them, people who mend, retry and evict, and what must have come of it in the end: of each sequence the
 * commands of its events, in order, without what somebody gave up.
 */
final class WorkingOffScript {
    private static final List<String> SOURCES = List.of("s-0", "s-1", "s-2");
    private static final List<String> KEYS = List.of("k-0", "k-1", "k-2", "k-3");
    private static final int BUGS = 6;

    private final long seed;
    private final List<Sent> sent = new ArrayList<>();
    private final Map<String, Integer> versions = new TreeMap<>();
    private final Set<String> evicted = ConcurrentHashMap.newKeySet();

    /** One event, by the place of its command among all. */
    private record Sent(String source, int version, char kind, List<String> keys, List<String> tasks) {}

    WorkingOffScript(long seed) {
        this.seed = seed;
        for (int bug = 0; bug < BUGS; bug++) {
            Mending.undo(bug(bug));
        }
    }

    private String bug(int number) {
        return "bug" + seed + "/" + number;
    }

    /** The next event. */
    void send(Scene scene, Random random) {
        String source = SOURCES.get(random.nextInt(SOURCES.size()));
        List<String> keys = random.nextInt(8) > 0 ? List.of(key(random)) : List.of(key(random), key(random));
        List<String> tasks = new ArrayList<>();
        for (int index = random.nextInt(4); index > 0; index--) {
            tasks.add(task(random, sent.size() + "." + tasks.size()));
        }
        char kind = keys.size() > 1 ? 't' : "bbbfggggg".charAt(random.nextInt(9));
        sent.add(new Sent(source, versions.merge(source, 1, Integer::sum), kind, keys, tasks));
        scene.execute(Commands.to(source, command(kind, keys, tasks)));
    }

    private static SourceCommand command(char kind, List<String> keys, List<String> tasks) {
        return switch (kind) {
            case 'b' -> new SourceCommand.Begin(keys.get(0), tasks);
            case 'f' -> new SourceCommand.Finish(keys.get(0), tasks);
            case 't' -> new SourceCommand.Tell(keys, tasks);
            default -> new SourceCommand.Go(keys.get(0), tasks);
        };
    }

    private static String key(Random random) {
        return KEYS.get(random.nextInt(KEYS.size()));
    }

    private String task(Random random, String name) {
        return switch (random.nextInt(20)) {
            case 0, 1, 2 -> "broken " + bug(random.nextInt(BUGS)) + " " + name;
            case 3, 4 -> "!broken " + bug(random.nextInt(BUGS));
            case 5 -> "reject it " + name;
            case 6 -> "twice it " + name;
            default -> "do it " + name;
        };
    }

    /** Somebody mends a bug, or tries something again, or gives something up. */
    void workOff(Scene scene, Random random) {
        DeadLetters letters = scene.store().deadLetters(random.nextBoolean() ? "relay" : "single");
        List<DeadLetter> pending = letters.list();
        if (pending.isEmpty() || random.nextInt(6) == 0) {
            Mending.mend(bug(random.nextInt(BUGS)));
            return;
        }
        DeadLetter letter = pending.get(random.nextInt(pending.size()));
        switch (random.nextInt(6)) {
            case 0 -> letters.retryAll();
            case 1 -> letters.retrySequence(sequence(letter));
            case 2 -> evict(letters, letter);
            default -> unlessSomebodyWasFaster(() -> letters.retry(letter.id()));
        }
    }

    /** Everything is mended, and what fails for good is given up. */
    void end(Scene scene) {
        for (int bug = 0; bug < BUGS; bug++) {
            Mending.mend(bug(bug));
        }
        for (String manager : List.of("relay", "single")) {
            DeadLetters letters = scene.store().deadLetters(manager);
            for (letters.retryAll(); !letters.list().isEmpty(); letters.retryAll()) {
                letters.list().forEach(letter -> evict(letters, letter));
            }
        }
    }

    private void evict(DeadLetters letters, DeadLetter letter) {
        String what = letter instanceof FailedCommand command
                ? nameOfCommand(letter.processManager(), command.command().instanceId(), (String)
                        command.command().payload())
                : nameOfEvent(
                        letter.processManager(),
                        letter.event().instanceId(),
                        letter.event().version(),
                        letter.key());
        unlessSomebodyWasFaster(() -> {
            letters.evict(letter.id(), "of no use");
            evicted.add(what);
        });
    }

    private static String nameOfCommand(String manager, String machine, String payload) {
        return manager + " command " + machine + " " + payload;
    }

    private static String nameOfEvent(String manager, String source, long version, String key) {
        return manager + " event " + source + " " + version + " " + key;
    }

    private static void unlessSomebodyWasFaster(Runnable call) {
        try {
            call.run();
        } catch (EsException e) {
            assertThat(e).hasMessageContaining("is not pending any more");
        }
    }

    private static String sequence(DeadLetter letter) {
        return letter.id().substring(0, letter.id().lastIndexOf('/'));
    }

    /** At any time: no command twice, and those of one sequence in the order of their events. */
    void assertInOrder(Scene scene) {
        done(scene).forEach((machine, tasks) -> {
            List<String> names = tasks.stream().map(WorkingOffScript::name).toList();
            assertThat(names).as(machine + ", seed " + seed).doesNotHaveDuplicates();
            List<String> sorted = new ArrayList<>(names);
            sorted.sort(WorkingOffScript::byPlace);
            assertThat(names).as(machine + ", seed " + seed).isEqualTo(sorted);
        });
    }

    private static String name(String task) {
        String[] words = task.split(" ", 3);
        return words[2];
    }

    private static int byPlace(String one, String other) {
        double first = Double.parseDouble(one.split(" ")[0]);
        double second = Double.parseDouble(other.split(" ")[0]);
        return first != second ? Double.compare(first, second) : one.compareTo(other);
    }

    /** In the end: nothing lost, nothing doubled, nothing out of order. */
    void assertAllDone(Scene scene) {
        Map<String, List<String>> expected = new TreeMap<>();
        KEYS.forEach(key -> expected.put(key, expectedOfKey(key)));
        SOURCES.forEach(source -> expected.put(source, expectedOfSource(source)));
        assertThat(done(scene)).as("seed " + seed).isEqualTo(expected);
    }

    private static Map<String, List<String>> done(Scene scene) {
        Map<String, List<String>> done = new TreeMap<>();
        KEYS.forEach(key -> done.put(key, scene.done(key)));
        SOURCES.forEach(source -> done.put(source, scene.done(source)));
        return done;
    }

    private List<String> expectedOfKey(String key) {
        List<String> expected = new ArrayList<>();
        boolean lives = false;
        for (Sent event : sent) {
            if (event.keys().contains(key)
                    && (lives || event.kind() == 'b')
                    && !evicted.contains(nameOfEvent("relay", event.source(), event.version(), key))) {
                lives = event.kind() != 'f';
                add(expected, "relay", key, event.tasks());
            }
        }
        return expected;
    }

    private List<String> expectedOfSource(String source) {
        List<String> expected = new ArrayList<>();
        for (Sent event : sent) {
            if (event.source().equals(source)
                    && !evicted.contains(nameOfEvent("single", source, event.version(), ""))) {
                add(expected, "single", source, event.tasks());
            }
        }
        return expected;
    }

    private void add(List<String> expected, String manager, String machine, List<String> tasks) {
        for (String task : tasks) {
            String command = nameOfCommand(manager, machine, "{\"task\":\"" + task + "\"}");
            if (!task.startsWith("!") && !evicted.contains(command)) {
                expected.add(task);
                if (task.startsWith("twice")) {
                    expected.add(task + " again");
                }
            }
        }
    }
}
