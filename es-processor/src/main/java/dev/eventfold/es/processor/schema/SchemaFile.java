package dev.eventfold.es.processor.schema;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The schema lock on disk. */
public final class SchemaFile {
    private final Path path;

    /** The one in that place, whether it is there or not. */
    public SchemaFile(Path path) {
        this.path = path;
    }

    /**
     * Reads it; empty when it is not there.
     *
     * @throws SchemaSyntax when a line means nothing
     */
    public Optional<Schema> read() throws IOException {
        return Files.exists(path) ? Optional.of(Schema.parse(Files.readString(path))) : Optional.empty();
    }

    /** Replaces it as a whole, unless it says the same already: whoever reads it meanwhile sees the old text or the new one. */
    public void write(Schema schema) throws IOException {
        String text = schema.text();
        if (Files.exists(path) && Files.readString(path).replace("\r\n", "\n").equals(text)) {
            return;
        }
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        try {
            Files.write(fresh, text.getBytes(StandardCharsets.UTF_8));
            move(fresh);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private void move(Path fresh) throws IOException {
        try {
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
