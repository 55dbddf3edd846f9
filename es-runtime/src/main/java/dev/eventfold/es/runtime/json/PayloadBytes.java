package dev.eventfold.es.runtime.json;

import dev.eventfold.es.runtime.store.Json;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Takes what a generator writes, which is most payloads at once: one array of their length, and no other. What comes in pieces is copied a few
 * times at most, whatever their number. Not safe for use by several threads.
 */
final class PayloadBytes extends OutputStream {
    private byte[] bytes = {};
    private int length;

    @Override
    public void write(int oneByte) {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] source, int from, int count) {
        int needed = Math.addExact(length, count);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.max(needed, Math.min(2L * length, Integer.MAX_VALUE - 8)));
        }
        System.arraycopy(source, from, bytes, length, count);
        length = needed;
    }

    /** All that was written; nothing is written afterwards. */
    Json json() {
        return Json.ofUtf8(length == bytes.length ? bytes : Arrays.copyOf(bytes, length));
    }
}
