package dev.eventfold.es.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the store relies on of the machine's file system, beside what it does to the log. */
class RealDiskTest {
    @TempDir
    private Path directory;

    @Test
    void a_file_that_is_gone_is_told_from_one_that_cannot_be_read() throws IOException {
        RealDisk disk = new RealDisk(directory);
        disk.createDirectory("here");

        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> disk.openForReading("gone"))
                .withMessageContaining("gone");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> disk.openForReading("here"))
                .isNotInstanceOf(NoSuchFileException.class);
    }

    @Test
    void of_many_who_make_a_directory_at_once_nobody_fails() {
        RealDisk disk = new RealDisk(directory);
        ConcurrentLinkedQueue<IOException> failures = new ConcurrentLinkedQueue<>();

        for (int n = 0; n < 300; n++) {
            String name = "d" + n;
            IntStream.range(0, 4).parallel().forEach(caller -> {
                try {
                    disk.createDirectory(name);
                } catch (IOException e) {
                    failures.add(e);
                }
            });
        }

        assertThat(failures).isEmpty();
    }

    @Test
    void all_things_are_closed_whatever_one_of_them_throws() {
        List<String> closed = new ArrayList<>();

        assertThatIllegalStateException()
                .isThrownBy(() -> Closing.all(
                        () -> {
                            throw new IllegalStateException("first");
                        },
                        () -> closed.add("second"),
                        null,
                        () -> {
                            throw new IOException("last");
                        }))
                .withMessage("first")
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
        assertThat(closed).containsExactly("second");
    }
}
