package dev.eventfold.es.runtime.json;

import dev.eventfold.es.runtime.store.Json;
import java.io.OutputStream;
import java.util.Arrays;

/** Takes what a generator writes, which is most payloads at once: one array of their length, and no other. Not safe for use by several threads. */
final class PayloadBytes extends OutputStream {
    private byte[] bytes = {};

    @Override
    public void write(int oneByte) {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] source, int from, int count) {
        int length = bytes.length;
        byte[] all = Arrays.copyOf(bytes, length + count);
        System.arraycopy(source, from, all, length, count);
        bytes = all;
    }

    /** All that was written; nothing is written afterwards. */
    Json json() {
        return Json.ofUtf8(bytes);
    }
}
