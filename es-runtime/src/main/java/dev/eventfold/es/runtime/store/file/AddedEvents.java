package dev.eventfold.es.runtime.store.file;

import java.io.IOException;

/**
 * How an event comes to the tables of an index; and those that came behind a position, as a part of an index file has them: two words each, and the name of a stream behind its
 * first event. The first word has the location, and the highest bit says whether the event is the first of its command; the second has the bits of
 * the command's hash that {@link CommandTable} keeps, and the number of the stream.
 */
record AddedEvents(StreamTable streams, EventTable events, CommandTable commands) {
    private static final long FIRST = Long.MIN_VALUE;
    private static final long NUMBER = Integer.MAX_VALUE;
    private static final int LOCATION_BITS = 56;

    void write(long position, IndexOutput output) throws IOException {
        int count = Math.toIntExact(events.head() - position);
        int[] numbers = numbersBehind(position, count);
        long[] hashes = commands.hashesBehind(position, count);
        output.word(count);
        for (int n = 0; n < count; n++) {
            long at = position + 1 + n;
            output.word(events.location(at) | (events.isFirst(at) ? FIRST : 0)).word(hashes[n] | numbers[n]);
            if (events.previous(at) == 0) {
                streams.writeName(numbers[n], output);
            }
        }
    }

    /** The streams of the events. The index knows the events of a stream from the newest on, and not the stream of an event. */
    private int[] numbersBehind(long position, int count) {
        int[] numbers = new int[count];
        for (int number = 0; number < streams.size(); number++) {
            for (long at = streams.newest(number); at > position; at = events.previous(at)) {
                numbers[(int) (at - position - 1)] = number;
            }
        }
        return numbers;
    }

    void read(IndexInput input) throws IOException, BadLine {
        for (long left = input.count(2 * Long.BYTES); left > 0; left--) {
            long place = input.word();
            long location = place & ~FIRST;
            long name = input.word();
            if (location >>> LOCATION_BITS != 0) {
                throw new BadLine("expected a location, not " + location);
            }
            add(stream((int) (name & NUMBER), input), location, place < 0, name);
        }
    }

    private int stream(int number, IndexInput input) throws IOException, BadLine {
        if (number < streams.size()) {
            return number;
        }
        byte[] added = input.bytes();
        if (number > streams.size() || added.length == 0) {
            throw new BadLine("expected the streams in the order of their first events, each with its name");
        }
        return streams.add(added);
    }

    /**
     * Adds the next event.
     *
     * @param stream the number of its stream
     * @param first whether it is the first of its command
     * @param hash of the command in its stream, for the first
     */
    void add(int stream, long location, boolean first, long hash) {
        long position = events.add(location, streams.newest(stream), first);
        streams.append(stream, position);
        if (first) {
            commands.add(hash, position);
        }
    }
}
