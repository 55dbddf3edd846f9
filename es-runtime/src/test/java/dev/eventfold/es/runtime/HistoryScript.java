package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.EsException;
import dev.eventfold.es.runtime.domain.Mending;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Callers, a clock and people who work off failures, at random: a history in which all happens that can happen to a process instance. */
final class HistoryScript {
    /** The process managers that it is about. */
    static final List<String> MANAGERS = List.of("everything", "alone", "continuing");

    private static final List<String> KEYS = List.of("a", "b", "c");
    private static final int BUGS = 4;

    private final long seed;
    private final SetClock clock;
    private int tasks;

    HistoryScript(long seed, SetClock clock) {
        this.seed = seed;
        this.clock = clock;
        for (int bug = 0; bug < BUGS; bug++) {
            Mending.undo(bug(bug));
        }
    }

    private String bug(int number) {
        return "history" + seed + "/" + number;
    }

    /** Something happens. */
    void step(Scene scene, Random random) {
        switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> send(scene, random);
            case 4, 5 -> scene.run();
            case 6, 7 -> clock.advance("PT" + random.nextInt(120) + "M");
            case 8 -> scene.work(key(random), random.nextInt(4) == 0 ? "ready" : "by hand");
            default -> workOff(scene, random);
        }
    }

    private void send(Scene scene, Random random) {
        String key = key(random);
        String[] some = new String[random.nextInt(4)];
        for (int index = 0; index < some.length; index++) {
            some[index] = task(random);
        }
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> scene.begin(key, some);
            case 3 -> scene.finish(key, some);
            case 4 -> scene.tell(List.of(key, key(random)), some);
            default -> scene.go(key, some);
        }
    }

    private static String key(Random random) {
        return KEYS.get(random.nextInt(KEYS.size()));
    }

    private String task(Random random) {
        String minutes = "PT" + random.nextInt(180) + "M";
        return switch (random.nextInt(14)) {
            case 0, 1 -> "!broken " + bug(random);
            case 2, 3 -> "broken " + bug(random) + " " + tasks++;
            case 4 -> "reject " + tasks++ + "|do " + tasks++;
            case 5 -> "reject " + tasks++ + "|!broken " + bug(random);
            case 6 -> "await " + tasks++;
            case 7 -> "!later " + minutes + " " + plain(random);
            case 8 -> "!after first " + minutes + "|" + plain(random);
            case 9 -> "!after first " + minutes + "|!broken " + bug(random);
            case 10 -> "!after last " + minutes + "|do % " + tasks++;
            case 11 -> "!cancel " + (random.nextBoolean() ? "first" : "last");
            default -> plain(random);
        };
    }

    private String plain(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> "nothing " + tasks++;
            case 1 -> "reject " + tasks++;
            default -> "do " + tasks++;
        };
    }

    private String bug(Random random) {
        return bug(random.nextInt(BUGS));
    }

    private void workOff(Scene scene, Random random) {
        DeadLetters letters = scene.store().deadLetters(MANAGERS.get(random.nextInt(MANAGERS.size())));
        List<DeadLetter> pending = new ArrayList<>(letters.list());
        if (pending.isEmpty() || random.nextInt(4) == 0) {
            Mending.mend(bug(random));
            return;
        }
        String id = pending.get(random.nextInt(pending.size())).id();
        unlessItIsNotPendingAnyMore(() -> {
            switch (random.nextInt(5)) {
                case 0 -> letters.retryAll();
                case 1 -> letters.retrySequence(id.substring(0, id.lastIndexOf('/')));
                case 2 -> letters.evict(id, "of no use");
                default -> letters.retry(id);
            }
        });
    }

    /** Everything is mended, all that is due is done, and what fails for good is given up. */
    void end(Scene scene) {
        for (int bug = 0; bug < BUGS; bug++) {
            Mending.mend(bug(bug));
        }
        KEYS.forEach(key -> scene.work(key, "ready"));
        scene.work("alone", "ready");
        clock.advance("PT10H");
        scene.run();
        for (String manager : MANAGERS) {
            DeadLetters letters = scene.store().deadLetters(manager);
            for (letters.retryAll(); !letters.list().isEmpty(); letters.retryAll()) {
                letters.list()
                        .forEach(letter -> unlessItIsNotPendingAnyMore(() -> letters.evict(letter.id(), "of no use")));
            }
        }
        scene.run();
    }

    private static void unlessItIsNotPendingAnyMore(Runnable call) {
        try {
            call.run();
        } catch (EsException e) {
            assertThat(e).hasMessageContaining("is not pending any more");
        }
    }
}
