package dev.eventfold.es.runtime.store.file;

import static dev.eventfold.es.runtime.store.file.Line.ascii;

import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.Snapshot;
import dev.eventfold.es.runtime.store.StreamId;
import java.util.Arrays;

/**
 * A snapshot on one line, which ends with its length and a checksum, so that the last line of a file is found from its end.
 *
 * @param store the store's id
 * @param commit the highest commit that was fsynced when it was written; it holds the events of the snapshot, or a later one does
 * @param snapshot what it says
 */
record SnapshotLine(String store, long commit, Snapshot snapshot) {
    /** The bytes from {@code ,"length"} to the line break. */
    static final int ENDING = 20 + Checksum.LENGTH + 1;

    private static final byte[] STORE = ascii("{\"store\":");
    private static final byte[] COMMIT = ascii(",\"c\":");
    private static final byte[] STREAM = ascii(",\"stream\":");
    private static final byte[] VERSION = ascii(",\"version\":");
    private static final byte[] WITNESS = ascii(",\"witness\":");
    private static final byte[] CODE = ascii(",\"code\":");
    private static final byte[] STATE = ascii(",\"state\":");
    private static final byte[] LENGTH = ascii(",\"length\":");

    /** What it says was fsynced of the log. */
    Claims.Claim claim() {
        return new Claims.Claim(SnapshotFile.PATH, store, commit);
    }

    /** With its line break. */
    byte[] write() {
        LineBuffer line = new LineBuffer(256 + snapshot.state().utf8().length);
        line.raw(STORE).string(store).raw(COMMIT).number(commit);
        line.raw(STREAM).string(snapshot.stream().toString()).raw(VERSION).number(snapshot.version());
        line.raw(WITNESS).string(snapshot.witness()).raw(CODE).string(snapshot.code());
        line.raw(STATE).raw(snapshot.state().utf8());
        int length = line.length() + ENDING;
        line.raw(LENGTH).raw('"').hex(length).raw('"');
        new Checksum(store).close(line, 0);
        return line.raw('\n').toByteArray();
    }

    /** Reads one, without its line break. */
    static SnapshotLine read(byte[] bytes, int from, int to) throws BadLine {
        if (to - from < ENDING) {
            throw new BadLine("expected a snapshot");
        }
        LineParser line = new LineParser(bytes, from, to - Checksum.LENGTH);
        line.expect(STORE);
        String store = line.string();
        int end = new Checksum(store).check(bytes, from, to) - 20;
        if (length(bytes, to) != to + 1 - from) {
            throw new BadLine("expected another length");
        }
        line.expect(COMMIT);
        long commit = line.number();
        try {
            return new SnapshotLine(store, commit, snapshot(line, bytes, end));
        } catch (IllegalArgumentException e) {
            throw new BadLine("expected a snapshot, " + e.getMessage());
        }
    }

    private static Snapshot snapshot(LineParser line, byte[] bytes, int end) throws BadLine {
        line.expect(STREAM);
        StreamId stream = StreamId.parse(line.string());
        line.expect(VERSION);
        long version = line.number();
        line.expect(WITNESS);
        String witness = line.string();
        line.expect(CODE);
        String code = line.string();
        line.expect(STATE);
        return new Snapshot(stream, version, witness, code, Json.ofUtf8(Arrays.copyOfRange(bytes, line.at(), end)));
    }

    /** How long the line says that it is, with its line break, which ends before an offset. */
    static int length(byte[] bytes, int to) throws BadLine {
        LineParser ending = new LineParser(bytes, Math.max(0, to + 1 - ENDING), to);
        ending.expect(LENGTH);
        return ending.hex();
    }
}
