package dev.eventfold.es.runtime.store;

import dev.eventfold.es.spi.Ids;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What every store refuses before it looks at its log: text that UTF-8 cannot hold, and payloads that are not on one line. */
public final class CommitChecks {
    private CommitChecks() {}

    /**
     * Refuses a commit that no log could hold.
     *
     * @param commit the commit
     * @throws IllegalArgumentException when a text holds half a surrogate pair, a payload a line break, or when one command comes to one
     *     stream twice, or one row is changed twice
     */
    public static void check(Commit commit) {
        commit.appends().forEach(CommitChecks::check);
        commit.rows().forEach(CommitChecks::check);
        checkOneChangeForEachRow(commit.rows());
        ConsumerMove move = commit.move();
        if (move != null) {
            check(move);
        }
        checkOneAppendForEachCommand(commit.appends());
    }

    private static void check(StreamAppend append) {
        check(append.stream());
        for (NewEvent event : append.events()) {
            Ids.requireWellFormed("event name", event.name());
            check(event.origin());
            String id = event.id();
            if (id != null) {
                Ids.requireWellFormed("event id", id);
            }
            checkOneLine(event.data());
        }
    }

    private static void check(StreamId stream) {
        Ids.requireWellFormed("aggregate", stream.aggregate());
        Ids.requireWellFormed("instance id", stream.instanceId());
    }

    private static void check(Origin origin) {
        Ids.requireWellFormed("command id", origin.commandId());
        Ids.requireWellFormed("correlation id", origin.correlationId());
        Ids.requireWellFormed("causation id", origin.causationId());
        Origin.Sent sent = origin.sent();
        if (sent != null) {
            Ids.requireWellFormed("sender", sent.by());
            Ids.requireWellFormed("command name", sent.command());
        }
        String actor = origin.actor();
        if (actor != null) {
            Ids.requireWellFormed("actor", actor);
        }
        for (Map.Entry<String, String> entry : origin.metadata().entrySet()) {
            Ids.requireWellFormed("name in the metadata", entry.getKey());
            Ids.requireWellFormed("value in the metadata", entry.getValue());
        }
    }

    private static void check(RowChange change) {
        Ids.requireWellFormed("process manager", change.key().processManager());
        Ids.requireWellFormed("key", change.key().key());
        if (change instanceof RowChange.Put put) {
            checkOneLine(put.row().state());
            checkOneLine(put.row().waits());
        }
    }

    private static void check(ConsumerMove move) {
        Ids.requireWellFormed("consumer", move.lease().consumer());
        for (ConsumerMove.Unchanged unchanged : move.unchanged()) {
            check(unchanged.target());
            Ids.requireWellFormed("command name", unchanged.command());
        }
    }

    private static void checkOneLine(@Nullable Json json) {
        if (json == null) {
            return;
        }
        byte[] utf8 = json.utf8();
        if (utf8.length == 0) {
            throw new IllegalArgumentException("illegal payload, it is empty");
        }
        for (int at = 0; at < utf8.length; at++) {
            if (utf8[at] == '\n') {
                throw new IllegalArgumentException("illegal payload, it holds a line break: offset=" + at);
            }
        }
    }

    private static void checkOneChangeForEachRow(List<RowChange> changes) {
        if (changes.size() < 2) {
            return;
        }
        Set<RowKey> seen = new HashSet<>();
        for (RowChange change : changes) {
            if (!seen.add(change.key())) {
                throw new IllegalArgumentException("one row is changed twice in one commit: row=" + change.key());
            }
        }
    }

    private static void checkOneAppendForEachCommand(List<StreamAppend> appends) {
        if (appends.size() < 2 || haveDistinctCommands(appends)) {
            return;
        }
        record Command(StreamId stream, String id) {}
        Set<Command> seen = new HashSet<>();
        for (StreamAppend append : appends) {
            if (!seen.add(new Command(append.stream(), append.commandId()))) {
                throw new IllegalArgumentException("one command comes to one stream twice in one commit: stream="
                        + append.stream() + ", command=" + append.commandId());
            }
        }
    }

    /** Nearly always: then their streams need not be looked at. */
    private static boolean haveDistinctCommands(List<StreamAppend> appends) {
        Set<String> ids = new HashSet<>(2 * appends.size());
        for (StreamAppend append : appends) {
            if (!ids.add(append.commandId())) {
                return false;
            }
        }
        return true;
    }
}
