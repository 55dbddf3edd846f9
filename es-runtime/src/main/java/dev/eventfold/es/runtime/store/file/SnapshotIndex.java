package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.store.Snapshot;
import dev.eventfold.es.runtime.store.StreamId;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where the newest snapshot of each stream is in a file. May be asked by any number of threads while one adds. */
final class SnapshotIndex {
    private static final int CHUNK = 1 << 16;
    /** What is longer is none of its lines, and is not read on. */
    private static final int LARGEST = SnapshotFile.LARGEST;

    private final @Nullable String storeId;
    private final Consumer<Snapshot> heard;
    private final SnapshotPlaces places;
    private long end;
    private long live;
    private int bad;
    private Claims.@Nullable Claim claim;

    /**
     * Of an empty file.
     *
     * @param storeId whose snapshots count; null for those of any store
     */
    SnapshotIndex(@Nullable String storeId) {
        this(storeId, snapshot -> {});
    }

    /** The same, and somebody hears of each that is added. */
    SnapshotIndex(@Nullable String storeId, Consumer<Snapshot> heard) {
        this.storeId = storeId;
        this.heard = heard;
        this.places = new SnapshotPlaces(storeId == null ? "" : storeId);
    }

    /** Behind the last whole line. */
    long end() {
        return end;
    }

    /** How many bytes the newest lines have. */
    long live() {
        return live;
    }

    /** How many lines cannot be believed. */
    int bad() {
        return bad;
    }

    /** What the last line says was fsynced of the log. */
    Optional<Claims.Claim> claim() {
        return Optional.ofNullable(claim);
    }

    /** Copies the newest lines, in the order of the file, but for those that cannot be believed. */
    void copyNewest(DiskFile from, DiskFile to) throws IOException {
        long[] end = {0};
        places.forEach(place -> {
            byte[] line = read(from, place);
            if (isWhole(line)) {
                to.write(end[0], line, 0, line.length);
                end[0] += line.length;
            }
        });
    }

    private static boolean isWhole(byte[] line) {
        try {
            SnapshotLine.read(line, 0, line.length - 1);
            return true;
        } catch (BadLine e) {
            return false;
        }
    }

    /** Adds a line of so many bytes at the end. */
    void add(SnapshotLine line, int length) {
        Snapshot snapshot = line.snapshot();
        SnapshotPlaces.Place before = places.put(snapshot.stream(), new SnapshotPlaces.Place(end, length));
        live += length - before.length();
        end += length;
        claim = line.claim();
        heard.accept(snapshot);
    }

    /** Takes down the whole lines behind the last one that it knows. */
    void scan(DiskFile file) throws IOException {
        byte[] bytes = new byte[CHUNK];
        int held = 0;
        while (true) {
            int read = file.read(end + held, bytes, held, bytes.length - held);
            held += read;
            int taken = take(bytes, held);
            System.arraycopy(bytes, taken, bytes, 0, held - taken);
            held -= taken;
            if (read == 0 || held == LARGEST) {
                return;
            }
            if (held == bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.min(LARGEST, 2 * bytes.length));
            }
        }
    }

    /** Gives how many bytes it has taken. */
    private int take(byte[] bytes, int length) {
        int from = 0;
        for (int at = 0; at < length; at++) {
            if (bytes[at] == '\n') {
                take(bytes, from, at);
                from = at + 1;
            }
        }
        return from;
    }

    private void take(byte[] bytes, int from, int to) {
        try {
            SnapshotLine line = SnapshotLine.read(bytes, from, to);
            if (storeId != null && !storeId.equals(line.store())) {
                throw new BadLine("expected a snapshot of store " + storeId);
            }
            add(line, to + 1 - from);
        } catch (BadLine e) {
            end += to + 1 - from;
            bad++;
        }
    }

    /** The newest snapshot of a stream; nothing as well when the file does not have it where it was. */
    Optional<Snapshot> find(DiskFile file, StreamId stream) throws IOException {
        SnapshotPlaces.Place place = places.get(stream);
        if (place.equals(SnapshotPlaces.Place.NONE)) {
            return Optional.empty();
        }
        byte[] bytes = read(file, place);
        try {
            Snapshot snapshot = SnapshotLine.read(bytes, 0, bytes.length - 1).snapshot();
            return Optional.of(snapshot).filter(found -> found.stream().equals(stream));
        } catch (BadLine e) {
            return Optional.empty();
        }
    }

    /** A line as it is, with its line break; shorter at the end of the file. */
    private static byte[] read(DiskFile file, SnapshotPlaces.Place place) throws IOException {
        byte[] bytes = new byte[place.length()];
        int read = file.read(place.at(), bytes, 0, bytes.length);
        return read == bytes.length ? bytes : Arrays.copyOf(bytes, read);
    }
}
