package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.store.StreamId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The name, the version and the position of the newest event of every stream, in primitive arrays: some 25 bytes a stream and its name.
 * Streams are numbered from 0, in the order of their first events. Not safe for use by several threads.
 */
final class StreamTable {
    /** What {@link #find} gives for a stream that is not there. */
    static final int NONE = -1;

    private static final byte SYSTEM = '$';
    private static final int NUMBER_BITS = 36;
    private static final long NUMBER = (1L << NUMBER_BITS) - 1;

    private final Hash hash;
    private final LineBuffer scratch = new LineBuffer(256);
    private final NameArena names;
    private final Milestones milestones;
    private final NumberPages nameAt;
    private final NumberPages versions;
    private final NumberPages newest;

    /** The numbers of the system's own streams: each start looks for some of them, among millions of others. */
    private final NumberPages own;

    /** 28 bits of the hash, and the number plus 1. */
    private final Buckets numbers;

    /** The stream that was found last: whoever looks at one to decide a commit looks at it again to write it down. */
    private @Nullable StreamId found;

    private int foundNumber;

    StreamTable(Hash hash) {
        this.hash = hash;
        names = new NameArena();
        milestones = new Milestones();
        nameAt = new NumberPages(5);
        versions = new NumberPages(5);
        newest = new NumberPages(5);
        own = new NumberPages(5);
        numbers = new Buckets(1);
    }

    private StreamTable(StreamTable shares) {
        hash = shares.hash;
        names = shares.names.snapshot();
        milestones = shares.milestones.snapshot();
        nameAt = shares.nameAt.snapshot();
        versions = shares.versions.snapshot();
        newest = shares.newest.snapshot();
        own = shares.own.snapshot();
        numbers = shares.numbers.snapshot();
    }

    StreamTable snapshot() {
        return new StreamTable(this);
    }

    void write(IndexOutput output) throws IOException {
        nameAt.write(output);
        versions.write(output);
        newest.write(output);
        names.write(output);
        numbers.write(output);
        milestones.write(output);
    }

    StreamTable(Hash hash, IndexInput input) throws IOException, BadLine {
        this.hash = hash;
        nameAt = NumberPages.read(5, input);
        versions = NumberPages.read(5, input);
        newest = NumberPages.read(5, input);
        names = NameArena.read(input);
        numbers = Buckets.read(1, input);
        milestones = Milestones.read(size(), input);
        if (versions.size() != size() || newest.size() != size() || numbers.size() != size()) {
            throw new BadLine("expected the index to have all of each stream");
        }
        own = new NumberPages(5);
        for (int number = 0; number < size(); number++) {
            noteOwn(number);
        }
    }

    private void noteOwn(int number) {
        if (names.first(nameAt.get(number)) == SYSTEM) {
            own.add(number);
        }
    }

    int size() {
        return (int) nameAt.size();
    }

    @SuppressWarnings("ReferenceEquality") // another object is looked up
    int find(StreamId stream) {
        if (stream == found) {
            return foundNumber;
        }
        encode(stream);
        return found(stream, find(hashOfScratch()));
    }

    private int found(StreamId stream, int number) {
        if (number != NONE) {
            found = stream;
            foundNumber = number;
        }
        return number;
    }

    /** The number of a stream, a new one if need be. */
    int findOrAdd(StreamId stream) {
        int number = find(stream);
        return number != NONE ? number : found(stream, add(hash(stream)));
    }

    /** The hash of a stream's name. */
    long hash(StreamId stream) {
        encode(stream);
        return hashOfScratch();
    }

    /** The hash of the name of a stream that is there. */
    long hash(int number) {
        long at = nameAt.get(number);
        return hash.of(names.bytes(at), names.begin(at), names.length(at));
    }

    private void encode(StreamId stream) {
        scratch.truncate(0);
        scratch.utf8(stream.aggregate()).raw('/').utf8(stream.instanceId());
    }

    private long hashOfScratch() {
        return hash.of(scratch.array(), 0, scratch.length());
    }

    private int find(long code) {
        long[] bucket = numbers.bucket(code);
        for (int at = 1; at < numbers.end(bucket); at++) {
            int number = (int) (bucket[at] & NUMBER) - 1;
            boolean alike = (bucket[at] ^ code) >>> NUMBER_BITS == 0;
            if (alike && names.equal(nameAt.get(number), scratch.array(), scratch.length())) {
                return number;
            }
        }
        return NONE;
    }

    private int add(long code) {
        int number = size();
        nameAt.add(names.add(scratch.array(), scratch.length()));
        versions.add(0);
        newest.add(0);
        noteOwn(number);
        numbers.add((code & ~NUMBER) | Math.incrementExact(number), 0);
        return number;
    }

    /** Adds a stream that is not there, by its name. */
    int add(byte[] name) {
        scratch.truncate(0);
        scratch.raw(name);
        return add(hashOfScratch());
    }

    /** Writes the name of a stream. */
    void writeName(int number, IndexOutput output) throws IOException {
        long at = nameAt.get(number);
        output.word(names.length(at)).bytes(names.bytes(at), names.begin(at), names.length(at));
    }

    long version(int number) {
        return versions.get(number);
    }

    /** The position of the newest event; 0 when it has none. */
    long newest(int number) {
        return newest.get(number);
    }

    /** One event more. */
    void append(int number, long position) {
        long version = versions.get(number) + 1;
        versions.set(number, version);
        newest.set(number, position);
        milestones.add(number, version, position);
    }

    /** The first version at or behind one whose position is known, for {@link #milestonePosition}; the newest when none is nearer. */
    long milestone(int number, long version) {
        return Math.min(Milestones.next(version), version(number));
    }

    /** The position of a version that {@link #milestone} gave. */
    long milestonePosition(int number, long version) {
        return version == version(number) ? newest(number) : milestones.position(number, version);
    }

    StreamId name(int number) {
        return StreamId.parse(names.text(nameAt.get(number)));
    }

    /** The numbers of the streams of one aggregate. */
    List<Integer> of(String aggregate) {
        byte[] prefix = (aggregate + "/").getBytes(StandardCharsets.UTF_8);
        boolean system = prefix[0] == SYSTEM;
        long candidates = system ? own.size() : size();
        List<Integer> found = new ArrayList<>();
        for (long n = 0; n < candidates; n++) {
            int number = (int) (system ? own.get(n) : n);
            if (names.startsWith(nameAt.get(number), prefix)) {
                found.add(number);
            }
        }
        return found;
    }
}
