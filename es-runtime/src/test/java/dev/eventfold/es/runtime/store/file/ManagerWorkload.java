package dev.eventfold.es.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.Scene;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.domain.Chain;
import dev.eventfold.es.runtime.domain.Continuing;
import dev.eventfold.es.runtime.domain.Relay;
import dev.eventfold.es.runtime.domain.Single;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.StoredEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A program that does what a script says, as far as its disk lets it, and remembers what it was told to be done. */
final class ManagerWorkload implements Program {
    private static final Class<?>[] MANAGERS = {Relay.class, Single.class, Continuing.class, Chain.class};
    private static final Map<String, Class<?>> FED_BY_CALLERS =
            Map.of("relay", Relay.class, "single", Single.class, "continuing", Continuing.class);

    private static final List<String> REBUILT = List.of("relay", "single", "continuing");

    /** Segments so small that they are full after a few commits. */
    private static final FileStoreOptions OPTIONS = FileStoreOptions.standard().withSegmentBytes(4000);

    private final ManagerScript script;
    private final UnaryOperator<EventStore> around;
    private final Map<List<Object>, ManagerEffects> undisturbed;
    private volatile int next;
    private volatile int executed;
    private volatile int passed;

    ManagerWorkload(ManagerScript script) {
        this(script, log -> log, new HashMap<>());
    }

    private ManagerWorkload(
            ManagerScript script, UnaryOperator<EventStore> around, Map<List<Object>, ManagerEffects> undisturbed) {
        this.script = script;
        this.around = around;
        this.undisturbed = undisturbed;
    }

    @Override
    public ManagerWorkload successor() {
        ManagerWorkload successor = new ManagerWorkload(script, around, undisturbed);
        successor.next = next;
        successor.executed = executed;
        successor.passed = passed;
        return successor;
    }

    @Override
    public ManagerWorkload again(UnaryOperator<EventStore> between) {
        return new ManagerWorkload(script, between, undisturbed);
    }

    @Override
    public Object acknowledged() {
        return List.of(next, executed, passed);
    }

    @Override
    public boolean run(Disk disk) {
        try {
            while (next < script.steps().size()) {
                runUntilClosed(disk);
            }
            return true;
        } catch (SimulatedDisk.PowerLost | StoreFailed e) {
            return false;
        }
    }

    private void runUntilClosed(Disk disk) {
        try (Scene scene = open(disk)) {
            while (next < script.steps().size()) {
                ManagerScript.Step step = script.steps().get(next);
                switch (step) {
                    case EXECUTE -> {
                        scene.execute(script.commands().get(executed));
                        executed++;
                    }
                    case RUN -> {
                        scene.run();
                        passed = executed;
                    }
                    case REBUILD -> {
                        scene.store().rebuild(REBUILT.get(next % REBUILT.size()));
                    }
                    case REOPEN -> {}
                }
                next++;
                if (step == ManagerScript.Step.REOPEN) {
                    return;
                }
            }
        }
    }

    private Scene open(Disk disk) {
        return Scene.on(() -> around.apply(FileEventStore.open(disk, OPTIONS)), MANAGERS);
    }

    @Override
    public void goOn(Disk left) {
        try (Scene scene = open(left)) {
            assertConsistent(scene.log());
        }
        assertThat(run(left)).isTrue();
        try (Scene scene = open(left)) {
            begunRebuilds(scene.log()).forEach(scene.store()::rebuild);
            assertThat(begunRebuilds(scene.log())).isEmpty();
            assertConsistent(scene.log());
            assertThat(executed).isEqualTo(script.commands().size());
            assertThat(passed).isEqualTo(executed);
        }
    }

    /** What was acknowledged is there, and what each process manager has done is exactly what belongs to its position. */
    private void assertConsistent(EventStore log) {
        List<StoredEvent> events = ManagerEffects.events(log);
        List<StoredEvent> sources = events.stream()
                .filter(event -> event.stream().aggregate().equals("source"))
                .toList();
        assertThat(sources.size()).as("commands of callers").isBetween(executed, executed + 1);
        for (int n = 0; n < sources.size(); n++) {
            assertThat(sources.get(n).id()).isEqualTo("c-" + n + ".0");
        }
        FED_BY_CALLERS.forEach((name, type) -> {
            int reached = upTo(log.position(name, 0), sources);
            ManagerEffects done = ManagerEffects.of(name, events, log);
            assertThat(done).as(name + " after " + reached + " commands").isEqualTo(undisturbed(type, name, reached));
            // A pass that did nothing may have left the position where it was.
            assertNothingLeft(log, name);
            if (reached < passed) {
                assertThat(done).as(name + " as it was acknowledged").isEqualTo(undisturbed(type, name, passed));
            }
        });
        assertChainWhole(events, log.position("chain", 0));
    }

    /** Those that were interrupted and can be gone on with, by their process managers. */
    private static List<String> begunRebuilds(EventStore log) {
        try (Stream<RowKey> keys = log.rows("$rebuilds", 1)) {
            return keys.map(RowKey::key).toList();
        }
    }

    /** Of rebuilds, by the time that a store is open, but for what the next one goes on with. */
    private static void assertNothingLeft(EventStore log, String name) {
        int inUse = ManagerEffects.generation(log, name);
        int goesOn = begunRebuilds(log).contains(name) ? begun(log, name) : inUse;
        for (int generation = 1; generation <= Math.max(inUse, goesOn) + 3; generation++) {
            if (generation != inUse && generation != goesOn) {
                assertThat(log.rows(name, generation))
                        .as("rows of generation " + generation)
                        .isEmpty();
            }
        }
    }

    private static int begun(EventStore log, String name) {
        String state = log.row(new RowKey("$rebuilds", 1, name))
                .orElseThrow()
                .row()
                .state()
                .text();
        return Integer.parseInt(state.replaceFirst("\\{\"generation\":(\\d+),.*", "$1"));
    }

    private static int upTo(long position, List<StoredEvent> sources) {
        return (int)
                sources.stream().filter(event -> event.position() <= position).count();
    }

    private ManagerEffects undisturbed(Class<?> type, String name, int commands) {
        return undisturbed.computeIfAbsent(
                List.of(name, commands),
                key -> ManagerEffects.undisturbed(type, name, script.commands().subList(0, commands)));
    }

    /** Each link that the chain has passed has exactly one next one, and no other has. */
    private static void assertChainWhole(List<StoredEvent> events, long position) {
        Map<Object, List<String>> causedBy = new HashMap<>();
        for (StoredEvent event : events) {
            causedBy.computeIfAbsent(
                            List.of(event.stream(), event.event().origin().causationId()), cause -> new ArrayList<>())
                    .add(event.event().data().text());
        }
        for (StoredEvent event : events) {
            if (event.stream().aggregate().equals("machine")) {
                assertThat(causedBy.getOrDefault(List.of(event.stream(), event.id()), List.of()))
                        .as("what came of %s at chain position %d", event, position)
                        .isEqualTo(event.position() <= position ? expectedNext(event) : List.of());
            }
        }
    }

    private static List<String> expectedNext(StoredEvent event) {
        String data = event.event().data().text();
        for (int left = 1; left < 3; left++) {
            if (data.startsWith("{\"task\":\"down " + left)) {
                return List.of("{\"task\":\"down " + (left - 1) + "\"}");
            }
        }
        return Collections.emptyList();
    }
}
