package dev.eventfold.es.runtime.execution;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives answers, in the order of the calls, as soon as the commits that they rest on are durable. One thread waits for all of them, so that many
 * share one fsync; it ends when nothing was asked for a while.
 */
final class DurableAnswers {
    private static final long IDLE_SECONDS = 10;

    private final Decider decider;
    private final ThreadPoolExecutor thread;

    DurableAnswers(Decider decider) {
        this.decider = decider;
        this.thread = new ThreadPoolExecutor(
                1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> daemon(task));
        thread.allowCoreThreadTimeOut(true);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "eventfold-answers");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Promises an answer.
     *
     * @param commit the commit that it rests on
     * @param answer gives it, or throws the refusal
     * @param told hears of it before whoever was promised does
     */
    <T> CompletableFuture<T> after(long commit, Supplier<T> answer, BiConsumer<@Nullable T, @Nullable Throwable> told) {
        CompletableFuture<T> promised = new CompletableFuture<>();
        Runnable giving = () -> give(promised, commit, answer, told);
        try {
            thread.execute(giving);
        } catch (RejectedExecutionException closed) {
            giving.run();
        }
        return promised;
    }

    private <T> void give(
            CompletableFuture<T> promised,
            long commit,
            Supplier<T> answer,
            BiConsumer<@Nullable T, @Nullable Throwable> told) {
        T given;
        try {
            decider.awaitDurable(commit);
            given = answer.get();
        } catch (Throwable e) {
            tell(() -> told.accept(null, e), () -> promised.completeExceptionally(e));
            return;
        }
        tell(() -> told.accept(given, null), () -> promised.complete(given));
    }

    /** Whoever was promised an answer gets it, whatever becomes of who hears of it before. */
    private static void tell(Runnable hearing, Runnable giving) {
        try {
            hearing.run();
        } finally {
            giving.run();
        }
    }

    /** Takes no more; what is promised is given. */
    void close() {
        thread.shutdown();
    }
}
