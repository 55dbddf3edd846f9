package dev.eventfold.es.it.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A value of a type of the JDK, as a part of an event.
 *
 * @param number tells it from others
 * @param type its type as Java writes it
 * @param value an expression for it
 */
record Sample(int number, String type, String value) {
    private static final String IMPORTS = """
            package parts;

            import java.io.*;
            import java.lang.invoke.*;
            import java.lang.ref.*;
            import java.lang.reflect.*;
            import java.math.*;
            import java.net.*;
            import java.nio.*;
            import java.nio.charset.*;
            import java.nio.file.*;
            import java.nio.file.attribute.*;
            import java.security.*;
            import java.text.*;
            import java.time.*;
            import java.time.chrono.*;
            import java.time.format.*;
            import java.time.temporal.*;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.concurrent.atomic.*;
            import java.util.concurrent.locks.*;
            import java.util.function.*;
            import java.util.logging.*;
            import java.util.random.*;
            import java.util.regex.*;
            import java.util.stream.*;
            import java.util.zip.*;
            import java.lang.Record;
            import java.lang.reflect.Type;
            import java.net.Proxy;
            import java.util.logging.Level;

            public final class Parts {
                record Amount(int value) {}

                static int field;

                /** One that holds something when it was added to. */
                static <T> T filled(T empty, Consumer<T> filling) {
                    filling.accept(empty);
                    return empty;
                }

            """;

    static List<Sample> all() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/parts/jdk.txt"))) {
            if (!line.startsWith("#")) {
                String[] halves = line.split(" = ", 2);
                samples.add(new Sample(samples.size(), halves[0], halves[1]));
            }
        }
        return samples;
    }

    /** A class with a record for each, marked or not, and where it is not, a method that makes it. */
    static String source(List<Sample> samples, boolean isMarked) {
        StringBuilder source = new StringBuilder(IMPORTS);
        for (Sample sample : samples) {
            source.append(isMarked ? "@dev.eventfold.es.EventOf(\"part\") " : "")
                    .append("public record %s(%s value) {}%n".formatted(sample.className(), sample.type));
            if (!isMarked) {
                source.append("public static Object make%d() throws Exception { return new %s(%s); }%n"
                        .formatted(sample.number, sample.className(), sample.value));
            }
        }
        return source.append("}\n").toString();
    }

    String className() {
        return "P" + number;
    }

    @Override
    public String toString() {
        return type + " = " + value;
    }
}
