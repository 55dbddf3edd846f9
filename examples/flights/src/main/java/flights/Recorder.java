package flights;

import dev.eventfold.es.runtime.AggregateStore;
import flights.route.RecordLanding;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Records landings, many at a time: each call returns when its landing is durable, and the store makes many of them durable at once. Who
 * of an airport's passengers get the vouchers depends on the order; how many do does not.
 */
final class Recorder implements AutoCloseable {
    private static final int CALLERS = 32;

    private final AggregateStore store;
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);

    Recorder(AggregateStore store) {
        this.store = store;
    }

    /**
     * Records a batch.
     *
     * @return how many of them were new to the store
     * @throws RuntimeException what the store threw at the first landing that could not be recorded
     */
    int record(List<RecordLanding> landings) throws InterruptedException {
        List<Future<Boolean>> recorded = new ArrayList<>();
        for (RecordLanding landing : landings) {
            recorded.add(callers.submit(
                    () -> !store.execute(Landings.command(landing)).duplicate()));
        }
        int fresh = 0;
        for (Future<Boolean> one : recorded) {
            fresh += result(one) ? 1 : 0;
        }
        return fresh;
    }

    /** Waits for no one: what is on its way ends with the store. */
    @Override
    public void close() {
        callers.shutdownNow();
    }

    private static boolean result(Future<Boolean> recorded) throws InterruptedException {
        try {
            return recorded.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }
}
