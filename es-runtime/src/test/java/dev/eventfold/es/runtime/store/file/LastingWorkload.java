package dev.eventfold.es.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.runtime.Later;
import dev.eventfold.es.runtime.Scene;
import dev.eventfold.es.runtime.Snapshots;
import dev.eventfold.es.runtime.StoreDamaged;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.domain.Chronicle;
import dev.eventfold.es.runtime.domain.Lasting;
import dev.eventfold.es.runtime.domain.Metronome;
import dev.eventfold.es.runtime.domain.Recorder;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.memory.MemoryEventStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A program that does what a script of the years of its life says, and what has come of it before and after each step of an undisturbed one. */
final class LastingWorkload implements Program {
    private static final Class<?>[] MANAGERS = {Lasting.class, Metronome.class, Chronicle.class, Recorder.class};
    private static final Snapshots SNAPSHOTS = Snapshots.every(4);
    private static final Instant BEGINNING = Instant.parse("2026-11-23T22:05:01.123Z");

    /** Segments so small that they are full after a few commits. */
    private static final FileStoreOptions OPTIONS = FileStoreOptions.standard().withSegmentBytes(8000);

    private final LastingScript script;
    private final List<LastingEffects> undisturbed;
    private final UnaryOperator<EventStore> around;
    private final Later snapshots = new Later();
    private Recorder world = new Recorder();
    private volatile int next;

    LastingWorkload(LastingScript script) {
        this(script, undisturbed(script), log -> log);
    }

    private LastingWorkload(LastingScript script, List<LastingEffects> undisturbed, UnaryOperator<EventStore> around) {
        this.script = script;
        this.undisturbed = undisturbed;
        this.around = around;
    }

    /** What has come of so many steps, in memory, which nothing ever happens to. */
    private static List<LastingEffects> undisturbed(LastingScript script) {
        List<LastingEffects> effects = new ArrayList<>();
        LastingWorkload alone = new LastingWorkload(script, List.of(), log -> log);
        script.mend(0);
        try (Scene scene = alone.open(MemoryEventStore::new)) {
            for (LastingScript.Step step : script.steps()) {
                effects.add(LastingEffects.of(scene));
                step.action().run(scene, alone.world);
                alone.snapshots.run();
                alone.next++;
            }
            effects.add(LastingEffects.of(scene));
        }
        return effects;
    }

    /** What comes of the whole script. */
    LastingEffects end() {
        return undisturbed.get(script.steps().size());
    }

    @Override
    public LastingWorkload again(UnaryOperator<EventStore> between) {
        return new LastingWorkload(script, undisturbed, between);
    }

    @Override
    public LastingWorkload successor() {
        LastingWorkload successor = again(around);
        successor.next = next;
        successor.world = world.copy();
        return successor;
    }

    @Override
    public Object acknowledged() {
        return next;
    }

    @Override
    public boolean run(Disk disk) {
        script.mend(next);
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
                LastingScript.Step step = script.steps().get(next);
                step.action().run(scene, world);
                snapshots.run();
                next++;
                if (step.reopens()) {
                    return;
                }
            }
        }
    }

    private Scene open(Disk disk) {
        return open(() -> around.apply(FileEventStore.open(disk, OPTIONS)));
    }

    private Scene open(Supplier<EventStore> log) {
        return Scene.keeping(SNAPSHOTS, snapshots, log, this::now, MANAGERS);
    }

    private Instant now() {
        Instant now = BEGINNING;
        for (LastingScript.Step step : script.steps().subList(0, next)) {
            now = now.plus(step.later());
        }
        return now;
    }

    @Override
    public void goOn(Disk left) {
        String name = next < script.steps().size() ? script.steps().get(next).name() : "end";
        try (Scene scene = open(left)) {
            LastingEffects after =
                    undisturbed.get(Math.min(next + 1, script.steps().size()));
            LastingEffects.of(scene)
                    .assertBetween(undisturbed.get(next), after, "stopped in step " + next + ": " + name);
            LastingWitnesses.assertTrue(scene, world);
        }
        assertThat(run(left)).isTrue();
        try (Scene scene = open(left)) {
            assertThat(LastingEffects.of(scene))
                    .as("stopped in step " + next + ": " + name)
                    .isEqualTo(end());
            LastingWitnesses.assertTrue(scene, world);
            LastingWitnesses.assertReceived(scene, world);
        }
    }

    /**
     * Goes on, on files that are damaged, to the end or to where the damage is met.
     *
     * @return what was said about the damage, by each call that met it; nothing when none did, and then all is as it must be
     */
    List<StoreDamaged> goOnOverDamage(Disk damaged) {
        List<StoreDamaged> refusals = new ArrayList<>();
        LastingEffects before = undisturbed.get(next);
        LastingEffects after = undisturbed.get(Math.min(next + 1, script.steps().size()));
        looking(damaged, refusals, scene -> {
            LastingEffects.of(scene).assertBetween(before, after, "damaged");
            LastingWitnesses.assertTrue(scene, world);
        });
        script.mend(next);
        try {
            while (next < script.steps().size()) {
                runUntilClosed(damaged);
            }
            looking(damaged, refusals, scene -> {
                assertThat(LastingEffects.of(scene)).isEqualTo(end());
                LastingWitnesses.assertTrue(scene, world);
                LastingWitnesses.assertReceived(scene, world);
            });
        } catch (StoreDamaged e) {
            refusals.add(e);
        }
        return refusals;
    }

    private void looking(Disk damaged, List<StoreDamaged> refusals, Consumer<Scene> check) {
        try (Scene scene = open(damaged)) {
            check.accept(scene);
        } catch (StoreDamaged e) {
            refusals.add(e);
        }
    }
}
