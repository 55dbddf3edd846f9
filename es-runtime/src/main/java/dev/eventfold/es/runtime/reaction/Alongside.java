package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.CommandResult;
import dev.eventfold.es.runtime.RunningProcessManagers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What runs while a live loop does.
 *
 * @param begin called when a live loop begins
 * @param end called when one is closed
 */
record Alongside(Runnable begin, Runnable end) {
    static final Alongside NOTHING = new Alongside(() -> {}, () -> {});

    RunningProcessManagers with(RunningProcessManagers loop) {
        begin.run();
        return new Running(loop, end, new AtomicBoolean());
    }

    private record Running(RunningProcessManagers loop, Runnable end, AtomicBoolean ended)
            implements RunningProcessManagers {
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
    }
}
