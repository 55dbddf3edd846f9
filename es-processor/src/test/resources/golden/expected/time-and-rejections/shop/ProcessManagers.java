package shop;

import dev.eventfold.es.runtime.AggregateStore;
import dev.eventfold.es.runtime.ProcessManagerReport;
import dev.eventfold.es.runtime.RunningProcessManagers;
import dev.eventfold.es.runtime.spi.ProcessManagerRunner;
import dev.eventfold.es.spi.EventfoldGenerated;
import javax.annotation.processing.Generated;

/** Runs the process managers of every module of the program. Generated; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated
public final class ProcessManagers {
    private ProcessManagers() {}

    /**
     * Runs every process manager until it has caught up with the log, including the events that came of its own commands.
     *
     * @param store the store
     * @return what was done
     */
    public static ProcessManagerReport runAll(AggregateStore store) {
        return ProcessManagerRunner.runAll(store);
    }

    /**
     * Runs some process managers until they have caught up.
     *
     * @param store the store
     * @param names their stored names
     * @return what was done
     */
    public static ProcessManagerReport run(AggregateStore store, String... names) {
        return ProcessManagerRunner.run(store, names);
    }

    /**
     * Runs every process manager continuously.
     *
     * @param store the store
     * @return stops them when closed
     */
    public static RunningProcessManagers start(AggregateStore store) {
        return ProcessManagerRunner.start(store);
    }

    /**
     * Runs some process managers continuously.
     *
     * @param store the store
     * @param names their stored names
     * @return stops them when closed
     */
    public static RunningProcessManagers start(AggregateStore store, String... names) {
        return ProcessManagerRunner.start(store, names);
    }
}
