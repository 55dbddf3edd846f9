package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.Row;
import dev.eventfold.es.runtime.store.Row.Blocked;
import dev.eventfold.es.runtime.store.RowKey;

/**
 * How far a rebuild has come: written in a row of its own, in each commit together with the rows that it made until then.
 *
 * @param generation the generation that is being made
 * @param program the program that makes it, as {@link ProgramFiles} tell
 * @param move the last commit of the process manager that was followed to its end
 * @param position the last event that was given of the one after it
 * @param outcomes how many of the outcomes of that one were given
 * @param events how many reactions there were
 * @param rows how many rows there are
 * @param waiting timeouts that have fired and wait behind failures, as {@link FiredTimeouts} write them
 */
record RebuildCheckpoint(
        int generation, String program, long move, long position, int outcomes, long events, long rows, Json waiting) {
    /** Whose rows these are, in the one generation that they have: a name that no process manager can have. */
    static final String NAME = "$rebuilds";

    private static final int GENERATION = 1;

    /** Where a process manager's is. */
    static RowKey key(String keptAs) {
        return new RowKey(NAME, GENERATION, keptAs);
    }

    static RebuildCheckpoint begin(int generation, String program) {
        return new RebuildCheckpoint(generation, program, 0, 0, 0, 0, 0, new FiredTimeouts().json());
    }

    static RebuildCheckpoint read(Json state) {
        JsonMembers members = JsonMembers.of(state);
        return new RebuildCheckpoint(
                Math.toIntExact(members.number("generation")),
                members.text("program"),
                members.number("move"),
                members.number("position"),
                Math.toIntExact(members.number("outcomes")),
                members.number("events"),
                members.number("rows"),
                Json.of(members.raw("waiting")));
    }

    Row row(String keptAs) {
        Json state = new JsonWriter()
                .number("generation", generation)
                .text("program", program)
                .number("move", move)
                .number("position", position)
                .number("outcomes", outcomes)
                .number("events", events)
                .number("rows", rows)
                .raw("waiting", waiting)
                .json();
        return new Row(key(keptAs), SystemStreams.SCHEMA, Blocked.NO, state);
    }
}
