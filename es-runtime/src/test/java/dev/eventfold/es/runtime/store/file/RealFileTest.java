package dev.eventfold.es.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealFileTest {
    private static final int MOST = 4_000;

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    @TempDir
    Path directory;

    @Test
    void whatever_is_read_written_and_cut_in_whatever_order_lands_where_it_was_meant() throws IOException {
        Path path = directory.resolve("file");
        byte[] expected = new byte[0];
        try (DiskFile file = RealFile.openForWriting(path)) {
            for (int n = 0; n < 2_000; n++) {
                // Half of the time where the last write may have ended, as writers do.
                int at = random.nextBoolean() ? expected.length : random.nextInt(MOST);
                switch (random.nextInt(8)) {
                    case 0 -> {
                        file.truncate(at);
                        expected = Arrays.copyOf(expected, at);
                    }
                    case 1, 2 -> readSome(file, at, expected);
                    case 3, 4 -> {
                        byte[] bytes = someBytes();
                        file.writeThrough(at, bytes, 0, bytes.length);
                        expected = with(expected, at, bytes);
                    }
                    default -> {
                        byte[] bytes = someBytes();
                        file.write(at, bytes, 0, bytes.length);
                        expected = with(expected, at, bytes);
                    }
                }
                assertThat(file.size()).as("seed %d, step %d", seed, n).isEqualTo(expected.length);
            }
        }

        assertThat(Files.readAllBytes(path)).as("seed %d", seed).isEqualTo(expected);
    }

    private byte[] someBytes() {
        byte[] bytes = new byte[1 + random.nextInt(60)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] with(byte[] before, int at, byte[] bytes) {
        byte[] after = Arrays.copyOf(before, Math.max(before.length, at + bytes.length));
        System.arraycopy(bytes, 0, after, at, bytes.length);
        return after;
    }

    private void readSome(DiskFile file, int at, byte[] expected) throws IOException {
        byte[] read = new byte[1 + random.nextInt(60)];

        int count = file.read(at, read, 0, read.length);

        int from = Math.min(at, expected.length);
        assertThat(Arrays.copyOf(read, count))
                .as("seed %d", seed)
                .isEqualTo(Arrays.copyOfRange(expected, from, Math.min(from + read.length, expected.length)));
    }
}
