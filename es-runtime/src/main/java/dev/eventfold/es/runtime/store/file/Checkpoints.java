package dev.eventfold.es.runtime.store.file;

import static dev.eventfold.es.runtime.store.file.Line.ascii;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * The files {@code process_managers/<name>/checkpoint.json}: how far each has come, for people. Nothing is read from them but that the
 * commit they name was fsynced.
 */
final class Checkpoints {
    static final String DIRECTORY = "process_managers";

    private static final String NAME = "checkpoint.json";
    private static final int LONGEST = 1 << 12;
    private static final int LONGEST_NAME = 100;

    private static final byte[] STORE = ascii("{\"store\":");
    private static final byte[] COMMIT = ascii(",\"c\":");
    private static final byte[] POSITION = ascii(",\"position\":");
    private static final byte[] INSTANCES = ascii(",\"instances\":");
    private static final byte[] AT = ascii(",\"at\":");

    private Checkpoints() {}

    /**
     * Writes them.
     *
     * @param store the store's id
     * @param commit the highest commit whose fsync has returned
     * @param positions of the consumers
     * @param instances gives the number of a consumer's rows
     * @param at when
     */
    static void write(
            Disk disk,
            String store,
            long commit,
            Map<String, Long> positions,
            ToLongFunction<String> instances,
            Instant at)
            throws IOException {
        for (Map.Entry<String, Long> consumer : positions.entrySet()) {
            if (isFileName(consumer.getKey())) {
                byte[] line = line(store, commit, consumer.getValue(), instances.applyAsLong(consumer.getKey()), at);
                CacheFile.replace(disk, DIRECTORY + "/" + consumer.getKey(), NAME, line);
            }
        }
    }

    private static byte[] line(String store, long commit, long position, long instances, Instant at) {
        LineBuffer line = new LineBuffer(160);
        line.raw(STORE).string(store).raw(COMMIT).number(commit).raw(POSITION).number(position);
        line.raw(INSTANCES).number(instances).raw(AT);
        Instants.write(line, at);
        new Checksum(store).close(line, 0);
        return line.raw('\n').toByteArray();
    }

    /** What those say that can be believed. */
    static List<Claims.Claim> claims(Disk disk) throws IOException {
        List<Claims.Claim> claims = new ArrayList<>();
        for (String path : paths(disk)) {
            claim(path, CacheFile.read(disk, path, LONGEST)).ifPresent(claims::add);
        }
        return claims;
    }

    /** The files that are there. */
    static List<String> paths(Disk disk) throws IOException {
        List<String> paths = new ArrayList<>();
        for (String consumer : disk.list(DIRECTORY)) {
            String path = DIRECTORY + "/" + consumer + "/" + NAME;
            if (disk.exists(path)) {
                paths.add(path);
            }
        }
        return paths;
    }

    private static Optional<Claims.Claim> claim(String path, byte[] bytes) {
        int to = bytes.length > 0 && bytes[bytes.length - 1] == '\n' ? bytes.length - 1 : bytes.length;
        try {
            LineParser line = new LineParser(bytes, 0, Math.max(0, to - Checksum.LENGTH));
            line.expect(STORE);
            String store = line.string();
            new Checksum(store).check(bytes, 0, to);
            line.expect(COMMIT);
            return Optional.of(new Claims.Claim(path, store, line.number()));
        } catch (BadLine bad) {
            return Optional.empty();
        }
    }

    /** What may be stored as a name is safe as one of a directory; this is only for whoever commits under others. */
    static boolean isFileName(String name) {
        boolean begins = !name.isEmpty() && (Character.isLetterOrDigit(name.charAt(0)) || name.charAt(0) == '_');
        return begins
                && name.length() <= LONGEST_NAME
                && !name.endsWith(".")
                && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || "_-.$".indexOf(c) >= 0);
    }
}
