// file: dev/eventfold/es/runtime/AggregateStore.java
package dev.eventfold.es.runtime;

import dev.eventfold.es.CommandEnvelope;
import java.nio.file.Path;

public interface AggregateStore extends AutoCloseable {
    static AggregateStore open(Path directory) {
        throw new AssertionError("compiled against, never run");
    }

    Object execute(CommandEnvelope command);

    <A> A state(Class<A> type, String instanceId);

    @Override
    void close();
}
// file: dev/eventfold/es/runtime/ProcessManagerReport.java
package dev.eventfold.es.runtime;

public interface ProcessManagerReport {
    long dispatched();

    long deadLettered();
}
// file: dev/eventfold/es/runtime/RunningProcessManagers.java
package dev.eventfold.es.runtime;

public interface RunningProcessManagers extends AutoCloseable {
    @Override
    void close();
}
// file: dev/eventfold/es/runtime/spi/ProcessManagerRunner.java
package dev.eventfold.es.runtime.spi;

import dev.eventfold.es.runtime.AggregateStore;
import dev.eventfold.es.runtime.ProcessManagerReport;
import dev.eventfold.es.runtime.RunningProcessManagers;

public final class ProcessManagerRunner {
    private ProcessManagerRunner() {}

    public static ProcessManagerReport runAll(AggregateStore store) {
        throw new AssertionError("compiled against, never run");
    }

    public static ProcessManagerReport run(AggregateStore store, String... names) {
        throw new AssertionError("compiled against, never run");
    }

    public static RunningProcessManagers start(AggregateStore store) {
        throw new AssertionError("compiled against, never run");
    }

    public static RunningProcessManagers start(AggregateStore store, String... names) {
        throw new AssertionError("compiled against, never run");
    }
}
