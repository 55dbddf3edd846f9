package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.CommandResult;
import dev.eventfold.es.runtime.RunningProcessManagers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * What runs while a live loop does.
 *
 * @param begin called when a live loop begins
 * @param end called when one is closed
 */
record Alongside(Runnable begin, Runnable end) {
    static final Alongside NOTHING = new Alongside(() -> {}, () -> {});

    /** With {@code forget}, who holds the loop until it is closed. */
    RunningProcessManagers with(LiveLoop loop, Consumer<LiveLoop> forget) {
        begin.run();
        return new Running(
                loop,
                () -> {
                    forget.accept(loop);
                    end.run();
                },
                new AtomicBoolean());
    }

    /** What the user closes. */
    record Running(LiveLoop loop, Runnable end, AtomicBoolean ended) implements RunningProcessManagers {
        @Override
        public boolean awaitFlow(CommandResult result, Duration most) {
            return loop.awaitFlow(result, most);
        }

        @Override
        public void close() {
            loop.close();
            if (!ended.getAndSet(true)) {
                end.run();
            }
        }

        @Override
        public String toString() {
            return loop.toString();
        }
    }
}
