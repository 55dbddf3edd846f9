package dev.eventfold.es.runtime.store.file;

import static dev.eventfold.es.runtime.store.file.Line.ascii;

import dev.eventfold.es.runtime.store.ConsumerMove;
import dev.eventfold.es.runtime.store.StreamId;
import java.util.ArrayList;
import java.util.List;

/**
 * The move of a consumer as a line, behind its {@link Line} beginning.
 *
 * @param consumer its name
 * @param partition the partition
 * @param from where it was
 * @param to where it is
 */
record MoveLine(String consumer, int partition, long from, long to) {
    static final byte[] CONSUMER = ascii(",\"consumer\":");

    private static final byte[] PARTITION = ascii(",\"partition\":");
    private static final byte[] FROM = ascii(",\"from\":");
    private static final byte[] TO = ascii(",\"to\":");
    private static final byte[] UNCHANGED = ascii(",\"unchanged\":[");
    private static final byte[] CAUSE = ascii("{\"cause\":");
    private static final byte[] INDEX = ascii(",\"index\":");
    private static final byte[] TARGET = ascii(",\"target\":");
    private static final byte[] NAME = ascii(",\"name\":");
    private static final byte[] SUM = ascii(",\"sum\":");
    private static final byte[] NEXT = ascii("},");
    private static final byte[] LAST = ascii("}]");

    static void write(LineBuffer line, ConsumerMove move) {
        line.raw(CONSUMER).string(move.lease().consumer());
        if (move.lease().partition() != 0) {
            line.raw(PARTITION).number(move.lease().partition());
        }
        line.raw(FROM).number(move.from()).raw(TO).number(move.to());
        if (!move.unchanged().isEmpty()) {
            line.raw(UNCHANGED);
            move.unchanged().forEach(unchanged -> write(line, unchanged));
            line.truncate(line.length() - 1);
            line.raw(']');
        }
    }

    private static void write(LineBuffer line, ConsumerMove.Unchanged unchanged) {
        line.raw(CAUSE).number(unchanged.cause());
        line.raw(INDEX).number(unchanged.index());
        line.raw(TARGET).string(unchanged.target().toString());
        line.raw(NAME).string(unchanged.command());
        line.raw(SUM).raw('"').hex(unchanged.sum()).raw('"').raw(NEXT);
    }

    /** Reads the rest of a line whose beginning has been read, up to the list of what was unchanged. */
    static MoveLine read(LineParser line) throws BadLine {
        line.expect(CONSUMER);
        String consumer = line.string();
        int partition = line.skip(PARTITION) ? line.smallNumber() : 0;
        line.expect(FROM);
        long from = line.number();
        line.expect(TO);
        long to = line.number();
        if (!line.atEnd() && !line.skip(UNCHANGED)) {
            throw new BadLine("expected the end of the line");
        }
        return new MoveLine(consumer, partition, from, to);
    }

    /** Reads the list behind what {@link #read} has read, up to the end of the line. */
    static List<ConsumerMove.Unchanged> unchanged(LineParser line) throws BadLine {
        List<ConsumerMove.Unchanged> unchanged = new ArrayList<>();
        while (!line.atEnd()) {
            line.expect(CAUSE);
            long cause = line.number();
            line.expect(INDEX);
            int index = line.smallNumber();
            line.expect(TARGET);
            StreamId target = StreamId.parse(line.string());
            line.expect(NAME);
            String command = line.string();
            line.expect(SUM);
            unchanged.add(new ConsumerMove.Unchanged(cause, index, target, command, line.hex()));
            line.expect(line.next(LAST) ? LAST : NEXT);
        }
        return unchanged;
    }
}
