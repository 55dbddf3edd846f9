package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.EsException;
import dev.eventfold.es.runtime.DeadLetters;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.execution.Payloads;
import dev.eventfold.es.runtime.program.Program;
import dev.eventfold.es.runtime.program.Suggestions;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.View;
import java.util.Set;
import java.util.function.Function;

/** The dead letters of a log that is only read. */
public final class ReadableDeadLetters {
    private final EventStore store;
    private final Payloads payloads;
    private final Set<String> known;
    private final WorkingOff refusing;

    /**
     * Of one log.
     *
     * @param store the log
     * @param payloads reads its payloads
     * @param program knows the process managers
     * @param refused makes what is thrown when somebody wants to work some off, of the name of the call
     */
    public ReadableDeadLetters(
            EventStore store, Payloads payloads, Program program, Function<String, StoreFailed> refused) {
        this.store = store;
        this.payloads = payloads;
        this.refusing = new WorkingOffRefused(refused);
        this.known = program.movedInLog();
    }

    /**
     * What failed in a process manager.
     *
     * @param name its stored name, also when it is no longer in the program
     * @return its dead letters, read anew with each call on them
     * @throws EsException when there is none of that name
     */
    public DeadLetters of(String name) {
        if (!known.contains(name) && store.version(SystemStreams.registration(name), View.DURABLE) == 0) {
            throw new EsException(
                    "there is no such process manager or subscriber: consumer=" + name + Suggestions.of(name, known));
        }
        RegistrationLog registrations = new RegistrationLog(store, View.DURABLE);
        String keptAs = registrations.any(name).keptAs();
        return new DeadLetterLog(
                store, payloads, keptAs, registrations.renamedTo(name).orElse(name), refusing);
    }
}
