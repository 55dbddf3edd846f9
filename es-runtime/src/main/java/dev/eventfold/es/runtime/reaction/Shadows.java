package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.EsException;
import dev.eventfold.es.StartFrom;
import dev.eventfold.es.runtime.ShadowReport;
import dev.eventfold.es.runtime.execution.CommandRequests;
import dev.eventfold.es.runtime.execution.Payloads;
import dev.eventfold.es.runtime.execution.UserCode;
import dev.eventfold.es.runtime.program.Program;
import dev.eventfold.es.runtime.program.Suggestions;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.View;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Shadow replays over one log, also over one that is only read. Safe for use by any number of threads. */
public final class Shadows {
    private static final long MOST_IN_MEMORY = 4L << 20;

    private final EventStore store;
    private final Payloads payloads;
    private final CommandRequests requests;
    private final Map<String, ProcessManagerDefinition<?>> definitions = new TreeMap<>();

    /**
     * Over one log.
     *
     * @param store the log
     * @param payloads reads and writes payloads and states
     * @param requests understands what reactions send
     * @param program knows the process managers
     */
    public Shadows(EventStore store, Payloads payloads, CommandRequests requests, Program program) {
        this.store = store;
        this.payloads = payloads;
        this.requests = requests;
        program.processManagers().forEach(definition -> definitions.put(definition.name(), definition));
    }

    /**
     * Compares what a process manager would send with what it sent.
     *
     * @param name its stored name
     * @param passed where it is, if it is farther than its last commit; else 0
     * @param scratch makes an empty log for states that do not fit memory
     * @return the findings
     * @throws EsException when there is none of that name
     */
    public ShadowReport of(String name, long passed, Supplier<EventStore> scratch) {
        UserCode.refuse("shadow");
        ProcessManagerDefinition<?> definition = definitions.get(name);
        if (definition == null) {
            throw new EsException("there is no such process manager: processManager=" + name
                    + Suggestions.of(name, definitions.keySet()));
        }
        return of(definition, passed, new ScratchRows(scratch, MOST_IN_MEMORY));
    }

    private <P> ShadowReport of(ProcessManagerDefinition<P> now, long passed, ScratchRows scratch) {
        Registration registration = registration(now);
        ProcessManagerDefinition<P> definition = KeptDefinition.of(now, registration.keptAs());
        Sending sending = new Sending(definition.name(), payloads, requests);
        return new ShadowReplay<>(store, payloads, definition, sending, registration, scratch).run(passed);
    }

    /** Of one that the log does not know yet by its present name, what it knows of a former one. */
    private Registration registration(ProcessManagerDefinition<?> definition) {
        RegistrationLog log = new RegistrationLog(store, View.DURABLE);
        Optional<Registration> known = log.find(definition.name());
        for (String former : definition.evolution().formerNames()) {
            known = known.or(() -> log.find(former));
        }
        long head = store.head(0, View.DURABLE);
        return known.orElseGet(
                () -> Registration.of(definition.name(), definition.startFrom() == StartFrom.NOW ? head : 0));
    }
}
