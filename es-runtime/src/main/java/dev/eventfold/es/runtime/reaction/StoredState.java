package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.UnreadablePayload;
import dev.eventfold.es.runtime.execution.Payloads;
import dev.eventfold.es.runtime.store.RowKey;
import dev.eventfold.es.runtime.store.VersionedRow;
import dev.eventfold.es.spi.ProcessManagerDefinition;

/** The state in a row, as an object. */
final class StoredState {
    private StoredState() {}

    static <P> P read(Payloads payloads, ProcessManagerDefinition<P> definition, VersionedRow row) {
        try {
            return payloads.state(row.row(), definition);
        } catch (UnreadablePayload e) {
            RowKey key = row.row().key();
            throw new UnreadablePayload(
                    "the stored state of a process instance cannot be read: processManager=" + key.processManager()
                            + ", key=" + key.key() + ", version=" + row.version()
                            + "; add @Upcasts to its class, or rebuild the process manager: " + e.getMessage(),
                    e);
        }
    }
}
