package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.store.Json;
import java.time.Instant;

/**
 * A command that a reaction asked for, to be sent later: kept in the row of its sequence until then.
 *
 * @param due when it is due
 * @param about the event reacted to and the command, as {@link FailureEvents} writes them
 */
record DelayedCommand(Instant due, Json about) implements Wait {
    static DelayedCommand read(JsonMembers json) {
        return new DelayedCommand(Instant.parse(json.text("due")), Json.of(json.raw("about")));
    }

    JsonWriter json() {
        return new JsonWriter().text("due", due.toString()).raw("about", about);
    }
}
