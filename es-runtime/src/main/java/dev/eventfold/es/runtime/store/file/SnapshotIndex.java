package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.store.Snapshot;
import dev.eventfold.es.runtime.store.StreamId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Where the newest snapshot of each stream is in a file. May be asked by any number of threads while one adds. */
final class SnapshotIndex {
    private static final int CHUNK = 1 << 16;
    /** What is longer is none of its lines, and is not read on. */
    private static final int LARGEST = SnapshotFile.LARGEST;

    private final @Nullable String storeId;
    private final Map<StreamId, Place> places = new ConcurrentHashMap<>();
    private long end;
    private long live;
    private int bad;
    private Claims.@Nullable Claim claim;

    /**
     * Where a line is.
     *
     * @param at where it begins
     * @param length with its line break
     * @param version what it is of
     */
    private record Place(long at, int length, long version) {}

    /**
     * Of an empty file.
     *
     * @param storeId whose snapshots count; null for those of any store
     */
    SnapshotIndex(@Nullable String storeId) {
        this.storeId = storeId;
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

    /** Whether no stream has fewer events than its snapshot. */
    boolean isWithin(ToLongFunction<StreamId> versions) {
        return places.entrySet().stream()
                .allMatch(place -> place.getValue().version() <= versions.applyAsLong(place.getKey()));
    }

    /** Copies the newest lines, in the order of the file, but for those that cannot be believed. */
    void copyNewest(DiskFile from, DiskFile to) throws IOException {
        List<Place> newest = new ArrayList<>(places.values());
        newest.sort(Comparator.comparingLong(Place::at));
        long at = 0;
        for (Place place : newest) {
            byte[] line = read(from, place);
            if (isWhole(line)) {
                to.write(at, line, 0, line.length);
                at += line.length;
            }
        }
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
        Place before = places.put(snapshot.stream(), new Place(end, length, snapshot.version()));
        live += length - (before == null ? 0 : before.length());
        end += length;
        claim = line.claim();
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
        Place place = places.get(stream);
        if (place == null) {
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
    private static byte[] read(DiskFile file, Place place) throws IOException {
        byte[] bytes = new byte[place.length()];
        int read = file.read(place.at(), bytes, 0, bytes.length);
        return read == bytes.length ? bytes : Arrays.copyOf(bytes, read);
    }
}
