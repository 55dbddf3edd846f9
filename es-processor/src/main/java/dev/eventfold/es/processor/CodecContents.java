package dev.eventfold.es.processor;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A codec to be written.
 *
 * @param outermost the class that declares the payloads, or is the only one
 * @param payloads what it reads and writes, ordered by name
 * @param parts what these are made of besides, ordered by name
 */
record CodecContents(ClassRef outermost, List<CodedType> payloads, List<CodedType> parts) {
    static final String SUFFIX = "Codec";

    CodecContents {
        payloads = List.copyOf(payloads);
        parts = List.copyOf(parts);
    }

    /** Of a class: the codec of what it declares. */
    static ClassRef nameOf(ClassRef type) {
        return outermost(type).companion(SUFFIX);
    }

    static ClassRef outermost(ClassRef type) {
        return ClassRef.of(type.packageName(), type.simpleNames().get(0));
    }

    Stream<CodedType> all() {
        return Stream.concat(payloads.stream(), parts.stream());
    }

    Set<String> lint() {
        Set<String> lint = new TreeSet<>();
        all().forEach(type -> {
            lint.addAll(type.lint());
            type.named().forEach(named -> lint.addAll(named.lint()));
        });
        return lint;
    }
}
