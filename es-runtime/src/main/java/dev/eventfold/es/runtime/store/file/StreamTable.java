package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.store.StreamId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The name, the version and the position of the newest event of every stream, in primitive arrays: some 40 bytes a stream and its name.
 * Streams are numbered from 0. Not safe for use by several threads.
 */
final class StreamTable {
    /** What {@link #find} gives for a stream that is not there. */
    static final int NONE = -1;

    /** How far apart the versions are whose positions are kept, so that the middle of a long stream is found without a long walk. */
    private static final int STRIDE = 256;

    private final Hash hash;
    private final NameArena names = new NameArena();
    private final LineBuffer scratch = new LineBuffer(256);
    private final Map<Integer, LongPages> milestones = new HashMap<>();
    private long[] nameAt = new long[16];
    private int[] hashes = new int[16];
    private long[] versions = new long[16];
    private long[] newest = new long[16];
    private int size;
    private int[] slots = new int[64];

    StreamTable(Hash hash) {
        this.hash = hash;
    }

    int size() {
        return size;
    }

    int find(StreamId stream) {
        encode(stream);
        return find(hashOfScratch());
    }

    /** The number of a stream, a new one if need be. */
    int findOrAdd(StreamId stream) {
        encode(stream);
        long code = hashOfScratch();
        int found = find(code);
        return found != NONE ? found : add((int) code);
    }

    /** The hash of a stream's name. */
    long hash(StreamId stream) {
        encode(stream);
        return hashOfScratch();
    }

    private void encode(StreamId stream) {
        scratch.truncate(0);
        scratch.utf8(stream.aggregate()).raw('/').utf8(stream.instanceId());
    }

    private long hashOfScratch() {
        return hash.of(scratch.array(), 0, scratch.length());
    }

    private int find(long code) {
        int mask = slots.length - 1;
        for (int slot = (int) code & mask; slots[slot] != 0; slot = slot + 1 & mask) {
            int number = slots[slot] - 1;
            if (hashes[number] == (int) code && names.equal(nameAt[number], scratch.array(), scratch.length())) {
                return number;
            }
        }
        return NONE;
    }

    private int add(int code) {
        if (size == hashes.length) {
            grow();
        }
        nameAt[size] = names.add(scratch.array(), scratch.length());
        hashes[size] = code;
        size++;
        if (size > slots.length / 4 * 3) {
            slots = new int[slots.length * 2];
            for (int number = 0; number < size; number++) {
                place(number);
            }
        } else {
            place(size - 1);
        }
        return size - 1;
    }

    private void place(int number) {
        int mask = slots.length - 1;
        int slot = hashes[number] & mask;
        while (slots[slot] != 0) {
            slot = slot + 1 & mask;
        }
        slots[slot] = number + 1;
    }

    private void grow() {
        int capacity = size + (size >> 1);
        nameAt = Arrays.copyOf(nameAt, capacity);
        hashes = Arrays.copyOf(hashes, capacity);
        versions = Arrays.copyOf(versions, capacity);
        newest = Arrays.copyOf(newest, capacity);
    }

    long version(int number) {
        return versions[number];
    }

    /** The position of the newest event; 0 when it has none. */
    long newest(int number) {
        return newest[number];
    }

    /** One event more. */
    void append(int number, long position) {
        versions[number]++;
        newest[number] = position;
        if (versions[number] % STRIDE == 0) {
            milestones.computeIfAbsent(number, key -> new LongPages()).add(position);
        }
    }

    /** The first known version at or behind one, for {@link #milestonePosition}; the newest when none is nearer. */
    long milestone(int number, long version) {
        long next = (version + STRIDE - 1) / STRIDE * STRIDE;
        return Math.min(next, versions[number]);
    }

    /** The position of a version that {@link #milestone} gave. */
    long milestonePosition(int number, long version) {
        if (version == versions[number]) {
            return newest[number];
        }
        LongPages positions = milestones.get(number);
        if (positions == null) {
            throw new IllegalArgumentException("no such milestone: version=" + version);
        }
        return positions.get(version / STRIDE - 1);
    }

    StreamId name(int number) {
        return StreamId.parse(names.text(nameAt[number]));
    }

    /** The numbers of the streams of one aggregate. */
    List<Integer> of(String aggregate) {
        byte[] prefix = (aggregate + "/").getBytes(StandardCharsets.UTF_8);
        List<Integer> numbers = new ArrayList<>();
        for (int number = 0; number < size; number++) {
            if (names.startsWith(nameAt[number], prefix)) {
                numbers.add(number);
            }
        }
        return numbers;
    }
}
