package dev.eventfold.es.runtime.store.file;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Numbers by names, of which there are few; a name that is not there has 0. Not safe for use by several threads. */
final class NamedNumbers {
    private final Map<String, Long> numbers = new TreeMap<>();

    NamedNumbers snapshot() {
        NamedNumbers snapshot = new NamedNumbers();
        snapshot.numbers.putAll(numbers);
        return snapshot;
    }

    void write(IndexOutput output) throws IOException {
        output.word(numbers.size());
        for (Map.Entry<String, Long> entry : numbers.entrySet()) {
            output.text(entry.getKey()).word(entry.getValue());
        }
    }

    static NamedNumbers read(IndexInput input) throws IOException, BadLine {
        NamedNumbers read = new NamedNumbers();
        for (long left = input.count(2 * Long.BYTES); left > 0; left--) {
            read.numbers.put(input.text(), input.word());
        }
        return read;
    }

    long get(String name) {
        return numbers.getOrDefault(name, 0L);
    }

    void put(String name, long number) {
        numbers.put(name, number);
    }

    void add(String name, long more) {
        numbers.merge(name, more, Long::sum);
    }

    /** The numbers themselves. */
    Map<String, Long> asMap() {
        return numbers;
    }
}
