package dev.eventfold.es.runtime.execution;

import dev.eventfold.es.runtime.store.StoredEvent;
import java.util.List;

/**
 * What came of a command that was accepted.
 *
 * @param version the version of the instance after it
 * @param wrote whether it adds events to the draft
 * @param duplicate whether its id was in the stream already
 * @param first of a duplicate, what the first one wrote
 */
public record Decision(long version, boolean wrote, boolean duplicate, List<StoredEvent> first) {
    static Decision of(long version, boolean wrote) {
        return new Decision(version, wrote, false, List.of());
    }

    static Decision duplicateOf(List<StoredEvent> first) {
        return new Decision(first.get(first.size() - 1).version(), false, true, first);
    }
}
