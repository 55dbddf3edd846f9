package dev.eventfold.es.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/** Does what it is given when the test says so. */
public final class Later implements Executor {
    private final Deque<Runnable> tasks = new ArrayDeque<>();

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    /** Does what was given until now; what that gives is done the next time. */
    public void run() {
        for (int left = tasks.size(); left > 0; left--) {
            tasks.remove().run();
        }
    }
}
