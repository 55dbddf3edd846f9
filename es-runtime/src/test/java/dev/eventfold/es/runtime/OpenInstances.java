package dev.eventfold.es.runtime;

import dev.eventfold.es.runtime.domain.Commands;
import dev.eventfold.es.runtime.domain.Relay;
import dev.eventfold.es.runtime.domain.SourceCommand;
import dev.eventfold.es.runtime.store.file.FileEventStore;
import dev.eventfold.es.runtime.store.file.FileStoreOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** The program that keeps many process instances open in little memory: begins them, moves some, opens its store again, looks at them, and replays them all. */
public final class OpenInstances {
    private static final int SOURCES = 10;
    private static final int MOVED = 1_000;

    private OpenInstances() {}

    /** With the directory and the number of instances. */
    public static void main(String[] args) {
        Path directory = Path.of(args[0]);
        int instances = Integer.parseInt(args[1]);
        long began = System.nanoTime();
        try (Scene scene = open(directory)) {
            for (int i = 0; i < instances; i++) {
                scene.execute(Commands.to("s" + i % SOURCES, new SourceCommand.Begin(key(i), List.of())));
            }
            say("begun", began);
            scene.run();
            say("run", began);
            Random random = new Random(instances);
            for (int i = 0; i < MOVED; i++) {
                scene.go(key(random.nextInt(instances)), "t" + i);
            }
            require(scene.run().dispatched(), MOVED);
            look(scene, instances);
        }
        say("looked at", began);
        try (Scene scene = open(directory)) {
            say("opened again", began);
            look(scene, instances);
            require(scene.run().dispatched(), 0);
            shadow(scene, instances);
        }
        say("done", began);
    }

    private static Scene open(Path directory) {
        FileStoreOptions options = FileStoreOptions.standard().withDurability(Durability.OS);
        return Scene.on(() -> FileEventStore.open(directory, options), Relay.class);
    }

    private static String key(int number) {
        return "order-%012d".formatted(number);
    }

    private static void look(Scene scene, int instances) {
        ProcessInstances found = scene.store().processes("relay");
        try (Stream<String> keys = found.keys()) {
            require(keys.count(), instances);
        }
        for (int i = 0; i < instances; i += Math.max(1, instances / 100)) {
            require(found.find(key(i)).orElseThrow().stateJson().indexOf("{\"seen\":[\""), 0);
        }
        require(scene.store().status().get(0).lag(), 0);
    }

    /** What the code of today would send for all of it is what was sent. */
    private static void shadow(Scene scene, int instances) {
        long began = System.nanoTime();
        ShadowReport report = scene.store().shadow("relay");
        require(report.events(), instances + MOVED);
        require(report.same(), MOVED);
        require(report.different() + report.broken(), 0);
        say("shadow replay", began);
    }

    private static void require(long actual, long expected) {
        if (actual != expected) {
            throw new IllegalStateException("expected " + expected + ", not " + actual);
        }
    }

    private static void say(String what, long began) {
        System.out.println(what + " after ms " + (System.nanoTime() - began) / 1_000_000);
    }
}
