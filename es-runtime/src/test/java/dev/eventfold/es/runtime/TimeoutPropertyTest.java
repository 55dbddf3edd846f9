package dev.eventfold.es.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.domain.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Random instances that set, replace and cancel timeouts, end and begin again, beside a clock that jumps: what fires, and when, is what a model says. */
@OnEachStorage
class TimeoutPropertyTest {
    private static final List<String> KEYS = List.of("a", "b", "c", "d");
    private static final List<String> NAMES = List.of("first", "second", "each");

    @Parameter
    Storage storage;

    @TempDir
    Path directory;

    private final SetClock clock = new SetClock();

    @Test
    void what_fires_is_what_the_model_says() {
        for (int round = 0; round < 5; round++) {
            long seed = new Random().nextLong();
            try (Scene scene = Scene.ticking(storage, directory.resolve("" + round), clock, Waiting.class)) {
                assertThat(fired(scene, new Random(seed)))
                        .as("seed=%s", seed)
                        .containsExactlyElementsOf(new Model().run(new Random(seed)));
            }
        }
    }

    private List<String> fired(Scene scene, Random random) {
        clock.set(Scene.NOW);
        KEYS.forEach(scene::begin);
        for (int step = 0; step < 60; step++) {
            Move move = Move.next(random, step);
            switch (move.kind()) {
                case RUN -> scene.run();
                case WAIT -> clock.set(clock.instant().plus(move.delay()));
                case SET -> scene.go(move.key(), "!after " + move.name() + " " + move.delay() + "|%");
                case CANCEL -> scene.go(move.key(), "!cancel " + move.name());
                case RESTART -> scene.finish(move.key()).begin(move.key());
            }
        }
        scene.run();
        List<String> fired = new ArrayList<>();
        scene.everything().stream()
                .filter(event -> event.startsWith("TimeoutFired"))
                .map(event -> event.substring(event.indexOf('/') + 1))
                .forEach(key -> fired.add(key + " "
                        + scene.done(key).get((int) fired.stream()
                                .filter(before -> before.startsWith(key + " "))
                                .count())));
        return fired;
    }

    private enum Kind {
        RUN,
        WAIT,
        SET,
        CANCEL,
        RESTART
    }

    /** No two delays are equal, so no two timeouts are due at one time. */
    private record Move(Kind kind, String key, String name, Duration delay) {
        static Move next(Random random, int step) {
            Kind kind = Kind.values()[List.of(0, 0, 1, 1, 1, 2, 2, 2, 2, 3, 4).get(random.nextInt(11))];
            return new Move(
                    kind,
                    KEYS.get(random.nextInt(KEYS.size())),
                    NAMES.get(random.nextInt(NAMES.size())),
                    Duration.ofHours(random.nextInt(40)).plusMillis(step * 1_000L + random.nextInt(1_000)));
        }
    }

    /** Of each instance the pending timeouts with their times. */
    private static final class Model {
        private final Map<String, Map<String, Instant>> pending = new TreeMap<>();
        private final List<Runnable> log = new ArrayList<>();
        private final List<String> fired = new ArrayList<>();
        private Instant now = Scene.NOW;

        List<String> run(Random random) {
            KEYS.forEach(key -> pending.put(key, new TreeMap<>()));
            for (int step = 0; step < 60; step++) {
                move(Move.next(random, step));
            }
            pass();
            return fired;
        }

        private void move(Move move) {
            Map<String, Instant> ofKey = pending.get(move.key());
            switch (move.kind()) {
                case RUN -> pass();
                case WAIT -> now = now.plus(move.delay());
                case SET -> {
                    Instant due = now.plus(move.delay());
                    log.add(() -> ofKey.put(move.name(), due));
                }
                case CANCEL -> log.add(() -> ofKey.remove(move.name()));
                case RESTART -> log.add(ofKey::clear);
            }
        }

        private void pass() {
            log.forEach(Runnable::run);
            log.clear();
            while (fireFirst()) {
                // one after the other
            }
        }

        private boolean fireFirst() {
            String key = null;
            Map.Entry<String, Instant> first = null;
            for (Map.Entry<String, Map<String, Instant>> instance : pending.entrySet()) {
                for (Map.Entry<String, Instant> timeout : instance.getValue().entrySet()) {
                    if (!timeout.getValue().isAfter(now)
                            && (first == null || timeout.getValue().isBefore(first.getValue()))) {
                        key = instance.getKey();
                        first = timeout;
                    }
                }
            }
            if (first == null) {
                return false;
            }
            String name = first.getKey();
            Instant due = first.getValue();
            fired.add(key + " " + name + "@" + due);
            pending.get(key).remove(name);
            if (name.equals("each")) {
                pending.get(key).put(name, due.plus(Duration.ofDays(1)));
            }
            return true;
        }
    }
}
