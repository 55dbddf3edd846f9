package dev.eventfold.es.runtime.spi;

import dev.eventfold.es.runtime.AggregateStore;
import dev.eventfold.es.runtime.ProcessManagerReport;
import dev.eventfold.es.runtime.RunningProcessManagers;

public final class ProcessManagerRunner {
    private ProcessManagerRunner() {}

    public static ProcessManagerReport runAll(AggregateStore store) {
        throw new UnsupportedOperationException();
    }

    public static ProcessManagerReport run(AggregateStore store, String... names) {
        throw new UnsupportedOperationException();
    }

    public static RunningProcessManagers start(AggregateStore store) {
        throw new UnsupportedOperationException();
    }

    public static RunningProcessManagers start(AggregateStore store, String... names) {
        throw new UnsupportedOperationException();
    }
}
