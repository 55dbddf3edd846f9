package dev.eventfold.es.runtime.reaction;

import java.time.Instant;
import java.util.Map;

/**
 * A timeout that was set: kept in the row of its instance until it has run, or is taken back.
 *
 * @param name its stored name
 * @param due when it is due
 * @param correlation the flow of the event that set it
 * @param cause the id of the event that set it
 * @param metadata of the event that set it
 * @param fired the version of its event {@code TimeoutFired}, when that is written and waits behind a failure; 0 when it has not fired
 */
record PendingTimeout(
        String name, Instant due, String correlation, String cause, Map<String, String> metadata, long fired)
        implements Wait {
    static PendingTimeout read(String name, JsonMembers json) {
        return new PendingTimeout(
                name,
                Instant.parse(json.text("due")),
                json.text("correlation"),
                json.text("cause"),
                json.texts("metadata"),
                json.has("fired") ? json.number("fired") : 0);
    }

    JsonWriter json() {
        JsonWriter json = new JsonWriter()
                .text("due", due.toString())
                .text("correlation", correlation)
                .text("cause", cause);
        if (!metadata.isEmpty()) {
            json.texts("metadata", metadata);
        }
        return fired == 0 ? json : json.number("fired", fired);
    }

    /** The same, whose event is written. */
    PendingTimeout fired(long version) {
        return new PendingTimeout(name, due, correlation, cause, metadata, version);
    }
}
