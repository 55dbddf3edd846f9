package dev.eventfold.es.benchmarks.jobs;

import dev.eventfold.es.benchmarks.harness.Latencies;
import dev.eventfold.es.benchmarks.raw.Steady;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that call, each waiting for its answer before it calls again. */
public final class Callers {
    /** One call. */
    public interface Call {
        /**
         * Calls.
         *
         * @param caller which thread, from 0
         * @param number how many calls it made before
         * @return how long it waited for the answer, in nanoseconds
         */
        long run(int caller, long number);
    }

    private Callers() {}

    /**
     * Takes the time of something that a caller waits for.
     *
     * @param waitedFor that
     * @return nanoseconds
     */
    public static long timed(Runnable waitedFor) {
        long began = System.nanoTime();
        waitedFor.run();
        return System.nanoTime() - began;
    }

    /**
     * A steady load for some time, with one call of each caller at least: threads may begin when the time is over.
     *
     * @param most for how long calls begin
     * @param callers how many threads call
     * @param call what they do
     * @return what came of it
     * @throws InterruptedException when the thread is interrupted
     */
    public static Steady during(Duration most, int callers, Call call) throws InterruptedException {
        long began = System.nanoTime();
        return run(began, callers, caller -> calls(began + most.toNanos(), Long.MAX_VALUE, caller, call));
    }

    /**
     * A number of calls, shared evenly.
     *
     * @param calls how many, at least one for each thread
     * @param callers how many threads call
     * @param call what they do
     * @return what came of it
     * @throws IllegalArgumentException when there are fewer calls than threads
     * @throws InterruptedException when the thread is interrupted
     */
    public static Steady times(int calls, int callers, Call call) throws InterruptedException {
        if (calls < callers) {
            throw new IllegalArgumentException("fewer calls than callers: calls=" + calls + ", callers=" + callers);
        }
        return run(System.nanoTime(), callers, caller -> {
            int more = caller < calls % callers ? 1 : 0;
            return calls(Long.MAX_VALUE, calls / callers + more, caller, call);
        });
    }

    private interface Caller {
        Latencies calls(int caller);
    }

    private static Steady run(long began, int callers, Caller caller) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            List<Callable<Latencies>> tasks = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                int number = i;
                tasks.add(() -> caller.calls(number));
            }
            List<Latencies> parts = new ArrayList<>();
            for (Future<Latencies> part : threads.invokeAll(tasks)) {
                parts.add(part.get());
            }
            Latencies all = Latencies.merged(parts);
            return Steady.since(began, all.count(), all);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdown();
        }
    }

    private static Latencies calls(long end, long most, int caller, Call call) {
        Latencies latencies = new Latencies();
        do {
            latencies.add(call.run(caller, latencies.count()));
        } while (System.nanoTime() < end && latencies.count() < most);
        return latencies;
    }
}
