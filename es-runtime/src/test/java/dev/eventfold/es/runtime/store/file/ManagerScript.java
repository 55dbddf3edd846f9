package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.runtime.domain.Commands;
import dev.eventfold.es.runtime.domain.SourceCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What callers do in a crash test, the same for the same seed: commands that let keyed instances begin, go on and end, that make reactions
 * and handlers fail, and that start chains; and in between passes, process managers that are rebuilt, and a store that is closed and opened.
 */
record ManagerScript(List<Step> steps, List<CommandEnvelope> commands) {
    static final List<String> SOURCES = List.of("src-0", "src-1", "src-2");
    static final List<String> KEYS = List.of("k-0", "k-1", "k-2", "k-3", "k-4");

    /** One thing that is done. */
    enum Step {
        EXECUTE,
        RUN,
        REBUILD,
        REOPEN
    }

    static ManagerScript random(long seed, int length) {
        Random random = new Random(seed);
        List<Step> steps = new ArrayList<>();
        List<CommandEnvelope> commands = new ArrayList<>();
        for (int n = 0; n < length; n++) {
            int dice = random.nextInt(20);
            Step step = dice < 13 ? Step.EXECUTE : dice < 18 ? Step.RUN : dice < 19 ? Step.REBUILD : Step.REOPEN;
            steps.add(step);
            if (step == Step.EXECUTE) {
                commands.add(command(random, commands.size()));
            }
        }
        steps.add(length / 2, Step.REBUILD);
        steps.add(Step.RUN);
        return new ManagerScript(List.copyOf(steps), List.copyOf(commands));
    }

    private static CommandEnvelope command(Random random, int number) {
        String source = SOURCES.get(random.nextInt(SOURCES.size()));
        String key = KEYS.get(random.nextInt(KEYS.size()));
        List<String> tasks = new ArrayList<>();
        for (int n = random.nextInt(4); n > 0; n--) {
            tasks.add(task(random, number + "." + n));
        }
        SourceCommand command = switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> new SourceCommand.Begin(key, tasks);
            case 4, 5, 6 -> new SourceCommand.Go(key, tasks);
            case 7 -> new SourceCommand.Tell(List.of(key, KEYS.get(random.nextInt(KEYS.size()))), tasks);
            default -> new SourceCommand.Finish(key, tasks);
        };
        return Commands.to(source, command).withCommandId("c-" + number);
    }

    private static String task(Random random, String name) {
        return switch (random.nextInt(30)) {
            case 0 -> "reject " + name;
            case 1 -> "bug " + name;
            case 2 -> "!throw";
            case 3 -> "!unknown-command";
            case 4 -> "nothing";
            case 5, 6 -> "down 2 " + name;
            case 7, 8 -> "twice " + name;
            case 9 -> "huge " + (500 + random.nextInt(1000));
            default -> name;
        };
    }
}
