package dev.eventfold.es.runtime.domain;

import dev.eventfold.es.ProcessManager;
import dev.eventfold.es.Reacts;

/** Does what no process manager must. */
@ProcessManager("meddling")
public class Meddling {
    public static Runnable action = () -> {};

    @Reacts
    void on(Worked event) {
        action.run();
    }
}
