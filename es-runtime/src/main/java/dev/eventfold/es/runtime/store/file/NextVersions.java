package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.store.StreamId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether the events of a commit are the next ones of their streams. */
final class NextVersions {
    private NextVersions() {}

    /** Throws, with nothing changed, unless they are. */
    static void require(StreamTable streams, List<ScannedLine> lines) throws Misfit {
        Map<StreamId, Long> versions = new HashMap<>();
        for (ScannedLine line : lines) {
            if (line instanceof ScannedLine.Event event) {
                Long before = versions.get(event.stream());
                long version = 1 + (before == null ? version(streams, event.stream()) : before);
                if (event.version() != version) {
                    throw new Misfit(
                            Location.offset(event.location()),
                            "expected version " + version + " of stream " + event.stream() + ", not "
                                    + event.version());
                }
                versions.put(event.stream(), version);
            }
        }
    }

    private static long version(StreamTable streams, StreamId stream) {
        int number = streams.find(stream);
        return number == StreamTable.NONE ? 0 : streams.version(number);
    }
}
