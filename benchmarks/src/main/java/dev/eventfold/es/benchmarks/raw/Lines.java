package dev.eventfold.es.benchmarks.raw;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Lines of text in memory. Nothing is copied when they are read. */
public final class Lines {
    private final byte[] bytes;
    private final int[] ends;

    private Lines(byte[] bytes) {
        this.bytes = bytes;
        this.ends = ends(bytes);
    }

    /**
     * The lines of a text.
     *
     * @param text each line ends with a line feed
     * @return the lines
     */
    public static Lines of(String text) {
        return new Lines(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The lines of all {@code .jsonl} files of a directory, in the order of the files' names.
     *
     * @param directory such as {@code events} of a store
     * @return the lines
     * @throws IOException when the disk fails
     */
    public static Lines read(Path directory) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> sorted = files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList();
            for (Path file : sorted) {
                all.write(Files.readAllBytes(file));
            }
        }
        return new Lines(all.toByteArray());
    }

    private static int[] ends(byte[] bytes) {
        int[] ends = new int[16];
        int count = 0;
        for (int at = 0; at < bytes.length; at++) {
            // A run of line feeds is fill.
            if (bytes[at] == '\n' && (at > 0 && bytes[at - 1] != '\n')) {
                if (count == ends.length) {
                    ends = Arrays.copyOf(ends, count * 2);
                }
                ends[count++] = at;
            }
        }
        return Arrays.copyOf(ends, count);
    }

    /**
     * How many there are.
     *
     * @return the number
     */
    public int count() {
        return ends.length;
    }

    byte[] bytes() {
        return bytes;
    }

    int from(int line) {
        return line == 0 ? 0 : ends[line - 1] + 1;
    }

    int to(int line) {
        return ends[line];
    }
}
