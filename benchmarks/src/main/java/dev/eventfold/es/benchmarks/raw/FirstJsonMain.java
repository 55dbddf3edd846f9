package dev.eventfold.es.benchmarks.raw;

import dev.eventfold.es.benchmarks.harness.JavaProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A cold process that reads and writes one line of JSON by streaming, and forces it to the disk: the least that a start can cost. */
public final class FirstJsonMain {
    private FirstJsonMain() {}

    /**
     * Starts.
     *
     * @param args the file to write
     * @throws IOException when the disk fails
     */
    public static void main(String... args) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        new RawJson().copy(Lines.of("{\"event\":\"Ticked\",\"version\":1,\"data\":{\"by\":1}}\n"), line);
        try (FileChannel file =
                FileChannel.open(Path.of(args[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(line.toByteArray()));
            file.force(false);
        }
        JavaProcess.done();
    }
}
