package dev.eventfold.es.benchmarks.raw;

import dev.eventfold.es.benchmarks.harness.JavaProcess;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** A cold process that parses all lines of a log, writes each again, and forces them to the disk once. */
public final class CopyLinesMain {
    private CopyLinesMain() {}

    /**
     * Copies.
     *
     * @param args the directory of the log, the file to write
     * @throws IOException when the disk fails
     */
    public static void main(String... args) throws IOException {
        Lines lines = Lines.read(Path.of(args[0]));
        try (FileOutputStream file = new FileOutputStream(args[1])) {
            OutputStream buffered = new BufferedOutputStream(file, 1 << 20) {
                @Override
                public void close() throws IOException {
                    flush();
                    file.getFD().sync();
                }
            };
            new RawJson().copy(lines, buffered);
        }
        JavaProcess.done();
        JavaProcess.say("lines", lines.count());
    }
}
