package dev.eventfold.es.runtime.store.file;

import java.io.IOException;

/** Where each event is, and which is before it in its stream, in 12 bytes each. Not safe for use by several threads. */
final class EventTable {
    /** On the position before an event that is the first of its command. */
    private static final long FIRST = 1L << 39;

    private final NumberPages locations;
    private final NumberPages previous;

    EventTable() {
        this(new NumberPages(7), new NumberPages(5));
    }

    private EventTable(NumberPages locations, NumberPages previous) {
        this.locations = locations;
        this.previous = previous;
    }

    EventTable snapshot() {
        return new EventTable(locations.snapshot(), previous.snapshot());
    }

    void write(IndexOutput output) throws IOException {
        locations.write(output);
        previous.write(output);
    }

    static EventTable read(IndexInput input) throws IOException, BadLine {
        EventTable read = new EventTable(NumberPages.read(7, input), NumberPages.read(5, input));
        if (read.previous.size() != read.locations.size()) {
            throw new BadLine("expected the index to have all of each event");
        }
        return read;
    }

    /** The last position. */
    long head() {
        return locations.size();
    }

    /**
     * Adds the next event.
     *
     * @param before the position of the event before it in its stream; 0 when there is none
     * @param first whether it is the first of its command
     * @return its position
     */
    long add(long location, long before, boolean first) {
        locations.add(location);
        previous.add(first ? before | FIRST : before);
        return head();
    }

    long location(long position) {
        return locations.get(position - 1);
    }

    /** The position of the event before this one in its stream; 0 when it is the first. */
    long previous(long position) {
        return previous.get(position - 1) & ~FIRST;
    }

    /** Whether an event is the first of its command. */
    boolean isFirst(long position) {
        return (previous.get(position - 1) & FIRST) != 0;
    }
}
