package dev.eventfold.es.runtime.store.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** Runs a piece of work on several threads, and hands its failures to the test. */
public final class Threads {
    private Threads() {}

    /** What one of several threads does. */
    public interface Work<T> {
        T run(int number) throws Exception;
    }

    /** A thread on its way. */
    public record Running<T>(Thread thread, FutureTask<T> task) {
        public T get() throws Exception {
            return task.get(50, TimeUnit.SECONDS);
        }

        public boolean isAlive() {
            return thread.isAlive();
        }
    }

    public static <T> Running<T> start(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "conformance");
        thread.setDaemon(true);
        thread.start();
        return new Running<>(thread, task);
    }

    /** Starts all at the same moment, and waits for all. */
    public static <T> List<T> run(int threads, Work<T> work) throws Exception {
        CyclicBarrier together = new CyclicBarrier(threads);
        List<Running<T>> running = new ArrayList<>();
        for (int n = 0; n < threads; n++) {
            int number = n;
            running.add(start(() -> {
                together.await();
                return work.run(number);
            }));
        }
        List<T> results = new ArrayList<>();
        for (Running<T> one : running) {
            results.add(one.get());
        }
        return results;
    }
}
