package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.EsException;
import dev.eventfold.es.runtime.StoreDamaged;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.Subscription;
import dev.eventfold.es.runtime.execution.Decider;
import dev.eventfold.es.runtime.execution.Thrown;
import dev.eventfold.es.runtime.execution.UserCode;
import dev.eventfold.es.runtime.store.View;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A subscriber that receives events, in a thread of its own or moved by hand. */
final class RunningSubscriber implements Subscription {
    private final LogHost host;
    private final ManagerRunner<?> runner;
    private final @Nullable LiveLoop loop;
    private final Consumer<RunningSubscriber> closed;

    private RunningSubscriber(
            LogHost host, ManagerRunner<?> runner, @Nullable LiveLoop loop, Consumer<RunningSubscriber> closed) {
        this.host = host;
        this.runner = runner;
        this.loop = loop;
        this.closed = closed;
    }

    /** With {@code closed}, who hears of it when it has received its last event. */
    static RunningSubscriber live(
            LogHost host, Flows flows, ManagerRunner<?> runner, Consumer<RunningSubscriber> closed) {
        LiveLoop loop = LiveLoop.start(host, flows, List.of(runner), View.DURABLE);
        return new RunningSubscriber(host, runner, loop, closed);
    }

    /** Without a thread: somebody moves it himself. */
    static RunningSubscriber byHand(LogHost host, ManagerRunner<?> runner, Consumer<RunningSubscriber> closed) {
        return new RunningSubscriber(host, runner, null, closed);
    }

    ManagerRunner<?> runner() {
        return runner;
    }

    @Override
    public void catchUp() {
        UserCode.refuse("catchUp");
        host.decider().awaitDurable(host.store().lastCommit());
        long target = host.store().head(Decider.PARTITION, View.DURABLE);
        try {
            runner.awaitLoop(target);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreFailed(
                    "interrupted while waiting for a subscriber, which goes on: subscriber=" + runner.name(), e);
        }
        if (runner.position() < target) {
            throw ended(target);
        }
        // What it made of them is what whoever waits wants to see.
        host.decider().awaitDurable(host.store().lastCommit());
    }

    /** With why it ended: the store takes no more commits, or is damaged, or it broke, or somebody closed it. */
    private EsException ended(long awaited) {
        StoreFailed stopped = loop == null ? null : loop.failure();
        Throwable error = stopped == null ? runner.error() : stopped;
        String text = "a subscription ended before it had caught up: subscriber=" + runner.name() + ", position="
                + runner.position() + ", awaited=" + awaited
                + (error == null ? "; it was closed" : ", cause=" + Thrown.text(error));
        if (error instanceof StoreDamaged) {
            return new StoreDamaged(text, error);
        }
        return stopped == null ? new EsException(text, error) : new StoreFailed(text, stopped);
    }

    @Override
    public String toString() {
        return runner.label() + ", position=" + runner.position();
    }

    /** Stops it without waiting. */
    void stop() {
        if (loop != null) {
            loop.stop();
        }
    }

    @Override
    public void close() {
        if (loop != null) {
            loop.close();
        }
        try {
            runner.close();
        } finally {
            closed.accept(this);
        }
    }
}
