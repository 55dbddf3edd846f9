package flights;

import dev.eventfold.es.EsException;
import dev.eventfold.es.runtime.AggregateStore;
import dev.eventfold.es.runtime.ProcessManagerReport;
import flights.route.RecordLanding;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records the landings of a file, lets the disruption desk react to them, and ends with a summary of what the store holds. It can be
 * killed at any moment and started again: what is durable counts once.
 */
public final class Main {
    private static final int BATCH = 1_000;

    private static final int BAD_INPUT = 2;
    private static final int STORE_FAILED = 3;
    private static final int INTERRUPTED = 130;

    private Main() {}

    /**
     * Runs the program. Ends with exit code 2 when it was called wrongly or the flights file is missing or broken, with 3 when the
     * data directory cannot be used; one line on the error output then says what is wrong.
     *
     * @param args the flights file and the data directory
     */
    public static void main(String[] args) {
        int exitCode = run(args);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    private static int run(String[] args) {
        if (args.length != 2) {
            return failed(BAD_INPUT, "usage: flights <flights file> <data directory>");
        }
        try {
            work(Path.of(args[0]), Path.of(args[1]));
            return 0;
        } catch (BadInput bad) {
            return failed(BAD_INPUT, bad.getMessage());
        } catch (EsException store) {
            return failed(STORE_FAILED, "data directory " + args[1] + ": " + store.getMessage());
        } catch (InterruptedException interrupted) {
            return failed(INTERRUPTED, "interrupted");
        }
    }

    private static void work(Path input, Path data) throws InterruptedException {
        try (FlightsFile flights = FlightsFile.open(input);
                AggregateStore store = AggregateStore.open(data);
                Recorder recorder = new Recorder(store)) {
            ProcessManagers.runAll(store);
            int rows = 0;
            for (List<RecordLanding> batch = flights.next(BATCH); !batch.isEmpty(); batch = flights.next(BATCH)) {
                int recorded = recorder.record(batch);
                ProcessManagerReport report = ProcessManagers.runAll(store);
                rows += batch.size();
                System.out.println("row " + rows + ": recorded " + recorded + ", known " + (batch.size() - recorded)
                        + ", dispatched " + report.dispatched() + ", dead-lettered " + report.deadLettered());
            }
            System.out.println(Summary.of(store));
        }
    }

    private static int failed(int exitCode, @Nullable String why) {
        System.err.println("flights: " + why);
        return exitCode;
    }
}
