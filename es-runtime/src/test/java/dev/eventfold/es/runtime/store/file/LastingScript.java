package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.runtime.DeadLetter;
import dev.eventfold.es.runtime.DeadLetters;
import dev.eventfold.es.runtime.Scene;
import dev.eventfold.es.runtime.domain.Commands;
import dev.eventfold.es.runtime.domain.Mending;
import dev.eventfold.es.runtime.domain.Recorder;
import dev.eventfold.es.runtime.domain.SourceCommand;
import dev.eventfold.es.runtime.domain.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/**
 * What happens to a program in the years of its life, the same for the same seed: timeouts fire or are cancelled, commands are delayed or put
 * off by their handlers, rejections are answered, failures park what comes behind them until somebody mends, retries or evicts, process managers
 * are rebuilt, and a projection and a subscriber look on. One instance and one source meet all of it; what happens to others in between is random.
 */
final class LastingScript {
    /** The process instance, and the source of the process manager without key, that meet everything. */
    static final String LIFE = "life";

    private static final AtomicInteger SCRIPTS = new AtomicInteger();

    private final List<Step> steps = new ArrayList<>();
    private final Map<String, Integer> mended = new TreeMap<>();
    private final String bug = String.format("bug-%04d", SCRIPTS.incrementAndGet() % 10_000);
    private final Random random;
    private final int others;
    private int commands;

    /** One thing that is done, and done again when it was not seen to end. */
    interface Action {
        void run(Scene scene, Recorder world);
    }

    /**
     * A step.
     *
     * @param later how much later it is
     */
    record Step(String name, Duration later, Action action) {
        boolean reopens() {
            return name.equals("reopen");
        }
    }

    /** With so many random steps in between each two of those that meet everything. */
    LastingScript(long seed, int others) {
        this.random = new Random(seed);
        this.others = others;
        waits();
        isPutOff();
        commandsFail();
        reactionsFail();
        rebuild("metronome");
        witness();
    }

    List<Step> steps() {
        return steps;
    }

    /** Which bugs are mended when so many steps were done. */
    void mend(int done) {
        mended.forEach((name, step) -> {
            if (step < done) {
                Mending.mend(name);
            } else {
                Mending.undo(name);
            }
        });
    }

    private void waits() {
        begin(
                LIFE,
                "a",
                "!after first PT10S|fired|reject fired|answer to fired",
                "!after second PT10S|never",
                "!later PT10S delayed",
                "reject it|answer");
        tell(LIFE, "!after tick PT10S|ticked", "!later PT10S delayed", "a");
        run();
        go(LIFE, "!cancel second", "b");
        somethingElse();
        later("PT11S");
        run();
        rebuild("lasting");
    }

    private void isPutOff() {
        go(LIFE, "await ready", "c", "!after first PT1S|fired behind");
        tell(LIFE, "await ready", "c");
        run();
        somethingElse();
        later("PT2S");
        run();
        work(LIFE, "ready");
        later("PT2S");
        run();
        somethingElse();
    }

    private void commandsFail() {
        go(LIFE, "broken " + bug + "c d", "e");
        tell(LIFE, "broken " + bug + "c d", "e");
        run();
        go(LIFE, "bug f", "g", "!after first PT1S|fired parked");
        tell(LIFE, "bug f", "g");
        later("PT2S");
        run();
        somethingElse();
        mend("c");
        rebuild("lasting");
        retry();
        evict();
        somethingElse();
        rebuild(LastingWitnesses.PROJECTION);
    }

    private void reactionsFail() {
        go(LIFE, "!after second PT1S|fired late");
        run();
        go(LIFE, "!broken " + bug + "r", "h");
        go(LIFE, "i", "reject i|answer to i");
        tell(LIFE, "!throw");
        tell(LIFE, "i");
        later("PT2S");
        run();
        reopen();
        mend("r");
        retry();
        evict();
        finish(LIFE, "!later PT1S last", "end");
        run();
        begin(LIFE, "again");
        later("PT2S");
        run();
    }

    /** Random ones, of other instances and sources. */
    private void somethingElse() {
        for (int n = 0; n < others; n++) {
            String key = "k-" + random.nextInt(2);
            switch (random.nextInt(8)) {
                case 0, 1 -> begin(key, tasks());
                case 2, 3 -> go(key, tasks());
                case 4 -> finish(key, tasks());
                case 5 -> tell("s-" + random.nextInt(2), "do " + commands);
                case 6 -> reopen();
                default -> work(key, "ready");
            }
        }
        run();
        witness();
    }

    /** Somebody looks at the program, and tells the world. */
    private void witness() {
        step("look", (scene, world) -> LastingWitnesses.look(scene));
        step("receive", LastingWitnesses::receive);
    }

    private String[] tasks() {
        String name = Integer.toString(commands);
        String task = List.of(
                        "do " + name,
                        "twice " + name,
                        "!after first PT3S|fired " + name,
                        "!cancel first",
                        "!later PT2S delayed " + name,
                        "await " + name,
                        "reject " + name + "|answer " + name,
                        "bug " + name)
                .get(random.nextInt(8));
        return new String[] {task, "and " + name};
    }

    private void begin(String key, String... tasks) {
        execute(Commands.to("src", new SourceCommand.Begin(key, List.of(tasks))));
    }

    private void go(String key, String... tasks) {
        execute(Commands.to("src", new SourceCommand.Go(key, List.of(tasks))));
    }

    private void finish(String key, String... tasks) {
        execute(Commands.to("src", new SourceCommand.Finish(key, List.of(tasks))));
    }

    /** For the process manager without key, whose sequences are sources. */
    private void tell(String source, String... tasks) {
        execute(Commands.to(source(source), new SourceCommand.Tell(List.of(), List.of(tasks))));
    }

    /** Its machine is called like its source. */
    static String source(String name) {
        return "src-" + name;
    }

    private void work(String name, String task) {
        execute(Commands.to(name, new Work(task)));
        execute(Commands.to(source(name), new Work(task)));
    }

    private void execute(CommandEnvelope command) {
        CommandEnvelope once = command.withCommandId("c-" + commands++);
        step("execute", (scene, world) -> scene.execute(once));
    }

    private void run() {
        step("run", (scene, world) -> scene.run());
    }

    private void reopen() {
        step("reopen", (scene, world) -> {});
    }

    private void later(String duration) {
        steps.add(new Step("later", Duration.parse(duration), (scene, world) -> {}));
    }

    private void mend(String what) {
        mended.put(bug + what, steps.size());
        step("mend", (scene, world) -> Mending.mend(bug + what));
    }

    private void rebuild(String consumer) {
        step("rebuild", (scene, world) -> scene.store().rebuild(consumer));
    }

    private void retry() {
        List<String> bugs = List.copyOf(mended.keySet());
        workOff("retry", bugs, (letters, id) -> letters.retry(id));
    }

    private void evict() {
        workOff("evict", List.of("bug in", "told to throw"), (letters, id) -> letters.evict(id, "of no use"));
    }

    private void workOff(String name, List<String> errors, BiConsumer<DeadLetters, String> how) {
        for (String processManager : List.of("lasting", "metronome")) {
            step(name, (scene, world) -> workOff(scene, processManager, errors, how));
        }
    }

    /** Until none is left, and all that they freed has run: so that doing it twice comes to the same. */
    private static void workOff(
            Scene scene, String processManager, List<String> errors, BiConsumer<DeadLetters, String> how) {
        DeadLetters letters = scene.store().deadLetters(processManager);
        List<DeadLetter> some;
        do {
            scene.run();
            some = letters.list().stream()
                    .filter(letter -> errors.stream().anyMatch(letter.error()::contains))
                    .toList();
            some.forEach(letter -> how.accept(letters, letter.id()));
        } while (!some.isEmpty());
    }

    private void step(String name, Action action) {
        steps.add(new Step(name, Duration.ZERO, action));
    }
}
