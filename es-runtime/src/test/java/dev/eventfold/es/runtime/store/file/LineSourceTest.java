package dev.eventfold.es.runtime.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Lines that are written into the room for them after somebody has read what was there before. */
class LineSourceTest {
    private static final String FIRST = "{\"c\":1}\n";

    private final SimulatedDisk disk = new SimulatedDisk();
    private final SegmentFiles files = new SegmentFiles(disk);

    LineSourceTest() {
        files.add(1, 0);
        write(FIRST + "\n".repeat(500));
    }

    private void write(String content) {
        disk.put(SegmentName.path(1), content.getBytes(StandardCharsets.UTF_8));
    }

    private static String line(LineSource source, long offset) throws Exception {
        source.seek(Location.of(1, offset));
        return new String(source.bytes(), source.from(), source.to() - source.from(), StandardCharsets.UTF_8);
    }

    @Test
    void what_was_written_since_is_read_after_a_refresh_and_not_the_room_that_was_there() throws Exception {
        try (LineSource source = new LineSource(files)) {
            assertThat(line(source, 0)).isEqualTo("{\"c\":1}");
            assertThat(line(source, FIRST.length())).isEmpty();
            overwrite("{\"c\":2}\n");

            source.refresh();

            assertThat(line(source, FIRST.length())).isEqualTo("{\"c\":2}");
            assertThat(line(source, 0)).isEqualTo("{\"c\":1}");
        }
    }

    @Test
    void half_a_line_that_was_read_ahead_is_whole_after_a_refresh() throws Exception {
        overwrite("{\"c\":2,\"long");
        try (LineSource source = new LineSource(files)) {
            assertThat(line(source, 0)).isEqualTo("{\"c\":1}");
            overwrite("{\"c\":2,\"longer\":\"than half\"}\n");

            source.refresh();

            assertThat(line(source, FIRST.length())).isEqualTo("{\"c\":2,\"longer\":\"than half\"}");
        }
    }

    /** In place, as a writer does, behind the first line. */
    private void overwrite(String text) {
        try (DiskFile file = disk.openForWriting(SegmentName.path(1))) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            file.write(FIRST.length(), bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
