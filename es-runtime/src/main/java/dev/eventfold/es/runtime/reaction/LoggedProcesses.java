package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.EsException;
import dev.eventfold.es.runtime.ProcessInstances;
import dev.eventfold.es.runtime.execution.Payloads;
import dev.eventfold.es.runtime.program.Program;
import dev.eventfold.es.runtime.program.Suggestions;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.View;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import java.util.Map;
import java.util.TreeMap;

/** The process instances of a log, also of one that is only read. */
public final class LoggedProcesses {
    private final EventStore store;
    private final Payloads payloads;
    private final Map<String, ProcessManagerDefinition<?>> definitions = new TreeMap<>();

    /**
     * Of one log.
     *
     * @param store the log
     * @param payloads reads its payloads
     * @param program knows the process managers
     */
    public LoggedProcesses(EventStore store, Payloads payloads, Program program) {
        this.store = store;
        this.payloads = payloads;
        program.processManagers().forEach(definition -> definitions.put(definition.name(), definition));
    }

    /**
     * The instances of one process manager.
     *
     * @param name its stored name, also when it is no longer in the program
     * @return its instances, read anew with each call on them
     * @throws EsException when there is none of that name
     */
    public ProcessInstances of(String name) {
        ProcessManagerDefinition<?> definition = definitions.get(name);
        if (definition == null && store.version(SystemStreams.registration(name), View.DURABLE) == 0) {
            throw new EsException("there is no such process manager: processManager=" + name
                    + Suggestions.of(name, definitions.keySet()));
        }
        return new LoggedInstances(store, payloads, name, definition);
    }
}
