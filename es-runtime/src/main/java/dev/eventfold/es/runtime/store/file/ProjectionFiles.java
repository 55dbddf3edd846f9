package dev.eventfold.es.runtime.store.file;

import static dev.eventfold.es.runtime.store.file.Line.ascii;

import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.ProjectionCheckpoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files {@code projections/<name>/checkpoint.json}: a line that says what it is of, and one for each instance. Each line has a checksum.
 * The first names a commit that was fsynced, as the other caches do, so that a log which lost what was projected is not taken for whole.
 */
final class ProjectionFiles {
    static final String DIRECTORY = "projections";

    private static final String NAME = "checkpoint.json";
    private static final int LONGEST_HEAD = 1 << 12;
    private static final int CHUNK = 1 << 18;

    private static final byte[] STORE = ascii("{\"store\":");
    private static final byte[] COMMIT = ascii(",\"c\":");
    private static final byte[] PROJECTION = ascii(",\"projection\":");
    private static final byte[] VERSION = ascii(",\"version\":");
    private static final byte[] WIRING = ascii(",\"wiring\":");
    private static final byte[] POSITION = ascii(",\"position\":");
    private static final byte[] INSTANCES = ascii(",\"instances\":");
    private static final byte[] KEY = ascii("{\"key\":");
    private static final byte[] STATE = ascii(",\"state\":");

    private ProjectionFiles() {}

    /** The first line. */
    private record Head(
            String store, long commit, String projection, int version, String wiring, long position, long instances) {
        void write(LineBuffer line) {
            int from = line.length();
            line.raw(STORE).string(store).raw(COMMIT).number(commit);
            line.raw(PROJECTION).string(projection).raw(VERSION).number(version);
            line.raw(WIRING).string(wiring);
            line.raw(POSITION).number(position).raw(INSTANCES).number(instances);
            new Checksum(store).close(line, from);
            line.raw('\n');
        }

        static Head read(byte[] bytes, int to) throws BadLine {
            LineParser line = new LineParser(bytes, 0, Math.max(0, to - Checksum.LENGTH));
            line.expect(STORE);
            String store = line.string();
            new Checksum(store).check(bytes, 0, to);
            line.expect(COMMIT);
            long commit = line.number();
            line.expect(PROJECTION);
            String projection = line.string();
            line.expect(VERSION);
            int version = line.smallNumber();
            line.expect(WIRING);
            String wiring = line.string();
            line.expect(POSITION);
            long position = line.number();
            line.expect(INSTANCES);
            return new Head(store, commit, projection, version, wiring, position, line.number());
        }
    }

    /**
     * Replaces one, durably.
     *
     * @param commit the highest commit whose fsync has returned; it is at the position of the checkpoint, or behind it
     */
    static void write(Disk disk, String store, long commit, String projection, ProjectionCheckpoint checkpoint)
            throws IOException {
        Head head = new Head(
                store,
                commit,
                projection,
                checkpoint.version(),
                checkpoint.wiring(),
                checkpoint.position(),
                checkpoint.states().size());
        disk.createDirectory(DIRECTORY);
        CacheFile.replace(disk, directory(projection), NAME, file -> write(file, head, checkpoint.states()));
    }

    private static void write(DiskFile file, Head head, Map<String, Json> states) throws IOException {
        Checksum checksum = new Checksum(head.store());
        LineBuffer lines = new LineBuffer(CHUNK);
        long end = 0;
        head.write(lines);
        for (Map.Entry<String, Json> state : states.entrySet()) {
            int from = lines.length();
            lines.raw(KEY)
                    .string(state.getKey())
                    .raw(STATE)
                    .raw(state.getValue().utf8());
            checksum.close(lines, from);
            lines.raw('\n');
            if (lines.length() > CHUNK) {
                file.write(end, lines.array(), 0, lines.length());
                end += lines.length();
                lines.truncate(0);
            }
        }
        file.write(end, lines.array(), 0, lines.length());
    }

    /** Reads one; nothing when it is missing, damaged, or of another store or projection. */
    static Optional<ProjectionCheckpoint> read(Disk disk, String store, String projection) throws IOException {
        String path = directory(projection) + "/" + NAME;
        if (!disk.exists(path)) {
            return Optional.empty();
        }
        try {
            ProjectionCheckpoint found =
                    checkpoint(CacheFile.read(disk, path, Integer.MAX_VALUE - 8), store, projection);
            return Optional.of(found);
        } catch (BadLine bad) {
            return Optional.empty();
        }
    }

    private static ProjectionCheckpoint checkpoint(byte[] bytes, String store, String projection) throws BadLine {
        int to = endOfLine(bytes, 0);
        Head head = Head.read(bytes, to);
        if (!head.store().equals(store) || !head.projection().equals(projection)) {
            throw new BadLine("expected a checkpoint of projection " + projection + " in store " + store);
        }
        Checksum checksum = new Checksum(store);
        Map<String, Json> states = new HashMap<>();
        for (int from = to + 1; from < bytes.length; from = to + 1) {
            to = endOfLine(bytes, from);
            int end = checksum.check(bytes, from, to);
            LineParser line = new LineParser(bytes, from, end);
            line.expect(KEY);
            String key = line.string();
            line.expect(STATE);
            states.put(key, Json.ofUtf8(Arrays.copyOfRange(bytes, line.at(), end)));
        }
        if (states.size() != head.instances()) {
            throw new BadLine("expected " + head.instances() + " instances");
        }
        return new ProjectionCheckpoint(head.version(), head.wiring(), head.position(), states);
    }

    private static int endOfLine(byte[] bytes, int from) throws BadLine {
        for (int at = from; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                return at;
            }
        }
        throw new BadLine("expected the end of a line");
    }

    /** What those say that can be believed. */
    static List<Claims.Claim> claims(Disk disk) throws IOException {
        List<Claims.Claim> claims = new ArrayList<>();
        for (String path : paths(disk)) {
            claim(path, CacheFile.read(disk, path, LONGEST_HEAD)).ifPresent(claims::add);
        }
        return claims;
    }

    private static Optional<Claims.Claim> claim(String path, byte[] bytes) {
        try {
            Head head = Head.read(bytes, endOfLine(bytes, 0));
            return Optional.of(new Claims.Claim(path, head.store(), head.commit()));
        } catch (BadLine bad) {
            return Optional.empty();
        }
    }

    /** The files that are there. */
    static List<String> paths(Disk disk) throws IOException {
        List<String> paths = new ArrayList<>();
        for (String projection : disk.list(DIRECTORY)) {
            String path = directory(projection) + "/" + NAME;
            if (disk.exists(path)) {
                paths.add(path);
            }
        }
        return paths;
    }

    /** Those that no projection can go on from. */
    static List<String> damaged(Disk disk, String store) throws IOException {
        List<String> damaged = new ArrayList<>();
        for (String projection : disk.list(DIRECTORY)) {
            if (read(disk, store, projection).isEmpty()) {
                damaged.add(directory(projection) + "/" + NAME);
            }
        }
        return damaged;
    }

    private static String directory(String projection) {
        return DIRECTORY + "/" + projection;
    }
}
