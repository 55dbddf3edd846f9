package dev.eventfold.es.runtime.store.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are due, and when: a heap of times and of the lines that say so, in 16 bytes each. A row that changes leaves its old line behind
 * here, which is dropped when its time comes, or when there are too many of them. Not safe for use by several threads.
 */
final class DueTable {
    private NumberPages words = new NumberPages(Long.BYTES);
    private int size;

    int size() {
        return size;
    }

    DueTable snapshot() {
        DueTable snapshot = new DueTable();
        snapshot.words = words.snapshot();
        snapshot.size = size;
        return snapshot;
    }

    void write(IndexOutput output) throws IOException {
        output.word(size);
        words.write(output);
    }

    static DueTable read(IndexInput input) throws IOException, BadLine {
        DueTable read = new DueTable();
        read.size = input.number(Integer.MAX_VALUE);
        read.words = NumberPages.read(Long.BYTES, input);
        if (read.words.size() < 2L * read.size) {
            throw new BadLine("expected the index to have all that is due");
        }
        return read;
    }

    void add(long due, long location) {
        int at = size++;
        if (words.size() < 2L * size) {
            words.add(0);
            words.add(0);
        }
        while (at > 0 && due < due(parent(at))) {
            move(parent(at), at);
            at = parent(at);
        }
        set(at, due, location);
    }

    /** Reads a line that says when its row is due. */
    interface Current<T> {
        /** What it says of the row; null when it is no longer the newest. */
        @Nullable
        T of(long location, long due);
    }

    /**
     * What is due first.
     *
     * @param until the last time wanted
     * @param most the most to find
     * @param current what a line says
     */
    <T> List<T> first(long until, int most, Current<T> current) {
        List<T> found = new ArrayList<>();
        DueTable kept = new DueTable();
        try {
            while (size > 0 && found.size() < most && due(0) <= until) {
                long due = due(0);
                long location = location(0);
                T row = current.of(location, due);
                removeFirst();
                if (row != null) {
                    found.add(row);
                    kept.add(due, location);
                }
            }
        } finally {
            kept.forEach(this);
        }
        return found;
    }

    /** Drops the lines that are not among the newest ones. */
    void retain(LongPredicate newest) {
        DueTable kept = new DueTable();
        for (int at = 0; at < size; at++) {
            if (newest.test(location(at))) {
                kept.add(due(at), location(at));
            }
        }
        words = kept.words;
        size = kept.size;
    }

    private void forEach(DueTable target) {
        for (int at = 0; at < size; at++) {
            target.add(due(at), location(at));
        }
    }

    private void removeFirst() {
        int last = --size;
        long due = due(last);
        long location = location(last);
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && due(child + 1) < due(child)) {
                child++;
            }
            if (due <= due(child)) {
                break;
            }
            move(child, at);
            at = child;
        }
        set(at, due, location);
    }

    private static int parent(int at) {
        return (at - 1) / 2;
    }

    private long due(int at) {
        return words.get(2L * at);
    }

    private long location(int at) {
        return words.get(2L * at + 1);
    }

    private void move(int from, int to) {
        set(to, due(from), location(from));
    }

    private void set(int at, long due, long location) {
        words.set(2L * at, due);
        words.set(2L * at + 1, location);
    }
}
