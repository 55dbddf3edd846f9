package dev.eventfold.es.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What was tried and how often, as {@code docs/reliability.md} tells it. Prints each figure, and leaves it in {@code target/figures}, where the
 * build finds them all and compares them with the page.
 */
public final class Figures {
    private static final Path DIRECTORY = Path.of("target", "figures");

    private Figures() {}

    /**
     * Says one.
     *
     * @param what was done
     * @param often with a unit
     * @param asserted of each
     */
    public static void tried(String what, String often, String asserted) {
        System.out.println("tried: " + what + ": " + often + "; asserted: " + asserted);
        try {
            Files.createDirectories(DIRECTORY);
            Files.write(DIRECTORY.resolve(Integer.toHexString(what.hashCode())), List.of(what, often, asserted));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
