package dev.eventfold.es.runtime.store.file;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * 64-bit hashes of names, different in every store, the same each time that it is opened. Whoever finds something by one compares the name
 * itself before believing it.
 */
final class Hash {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private final long seed;

    Hash(String storeId) {
        byte[] id = storeId.getBytes(StandardCharsets.UTF_8);
        seed = new Hash(0).of(id, 0, id.length);
    }

    private Hash(long seed) {
        this.seed = seed;
    }

    long of(byte[] bytes, int from, int length) {
        long hash = seed ^ length * FACTOR;
        int at = from;
        int end = from + length;
        for (; at + 8 <= end; at += 8) {
            hash = step(hash, (long) LONG.get(bytes, at));
        }
        long rest = 0;
        for (; at < end; at++) {
            rest = rest << 8 | (bytes[at] & 0xFF);
        }
        return finish(step(hash, rest));
    }

    /** The hash of a text within something that has a hash itself. */
    long of(long within, String text) {
        long hash = seed ^ within + text.length() * FACTOR;
        for (int at = 0; at < text.length(); at++) {
            hash = (hash ^ text.charAt(at)) * FACTOR;
            hash ^= hash >>> 32;
        }
        return finish(hash);
    }

    private static long step(long hash, long word) {
        long mixed = (hash ^ word) * FACTOR;
        return mixed ^ mixed >>> 32;
    }

    private static long finish(long hash) {
        long mixed = (hash ^ hash >>> 33) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ mixed >>> 33) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ mixed >>> 33;
    }
}
