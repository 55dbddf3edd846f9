package dev.eventfold.es.runtime.kill;

import dev.eventfold.es.runtime.ParcelStore;
import dev.eventfold.es.runtime.RunningProcessManagers;
import dev.eventfold.es.runtime.Subscription;
import dev.eventfold.es.runtime.domain.Commands;
import dev.eventfold.es.runtime.spi.ProcessManagerRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The program that is killed: some writers that send parcels under command ids, each from where the last run had got to, while the process managers
 * run live, a subscriber tells the world, and somebody works off what fails. Prints a line for each parcel when its command has returned, and {@code done} when all is delivered.
 */
public final class Parcels {
    static final int LANES = 5;

    private static final int FAILED = 1;
    private static final int PARCELS_A_WATCH = 40;

    private Parcels() {}

    /** Which lane a parcel takes. */
    static String lane(int number) {
        return "lane-" + number % LANES;
    }

    /** Whether a watch is kept over it. */
    static boolean isWatched(int number) {
        return number % PARCELS_A_WATCH == 0;
    }

    /** What the watch is called. */
    static String watch(int writer, int number) {
        return "w" + writer + "-" + number;
    }

    /** What the world was told, beside the directory. */
    static Path world(Path directory) {
        return directory.resolveSibling("world");
    }

    /** With the directory, how many parcels each writer is to send, and the number of the next one for each writer. */
    public static void main(String[] args) throws InterruptedException {
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> {
            e.printStackTrace();
            Runtime.getRuntime().halt(FAILED);
        });
        int parcels = Integer.parseInt(args[1]);
        try (ParcelStore parcelStore = ParcelStore.open(Path.of(args[0]));
                RunningProcessManagers running = ProcessManagerRunner.start(parcelStore.store());
                Subscription announcer = parcelStore.store().subscribe(new Announcer(world(Path.of(args[0]))))) {
            Watchman watchman = new Watchman(parcelStore.store());
            Thread person = new Thread(watchman::work);
            person.start();
            List<Thread> writers = new ArrayList<>();
            for (int writer = 0; writer < args.length - 2; writer++) {
                writers.add(writer(parcelStore, watchman, writer, Integer.parseInt(args[writer + 2]), parcels));
            }
            for (Thread writer : writers) {
                writer.join();
            }
            ProcessManagerRunner.runAll(parcelStore.store());
            watchman.awaitQuiet();
            announcer.catchUp();
            System.out.println("done " + running.getClass().getSimpleName());
            watchman.stop();
            person.join();
        }
    }

    private static Thread writer(ParcelStore parcelStore, Watchman watchman, int writer, int from, int to) {
        Thread thread = new Thread(() -> {
            for (int number = from; number < to; number++) {
                parcelStore
                        .store()
                        .execute(Commands.to("w" + writer, new SendParcel(lane(number), number))
                                .withCommandId("parcel-" + number));
                if (isWatched(number)) {
                    watchman.watch(watch(writer, number));
                }
                System.out.println(writer + " " + number);
            }
        });
        thread.start();
        return thread;
    }
}
