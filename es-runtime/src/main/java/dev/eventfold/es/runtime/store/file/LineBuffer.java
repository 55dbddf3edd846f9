package dev.eventfold.es.runtime.store.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow: lines of the log are written into it. Not safe for use by several threads. */
final class LineBuffer {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] CONTROL = "u00".getBytes(StandardCharsets.US_ASCII);

    /** Of a long. */
    private static final int MOST_DIGITS = 19;

    private byte[] bytes;
    private int length;

    LineBuffer(int capacity) {
        bytes = new byte[capacity];
    }

    int length() {
        return length;
    }

    /** How many bytes it may hold before it grows. */
    int capacity() {
        return bytes.length;
    }

    /** The bytes themselves, of which the first {@link #length()} count; another array after the next write. */
    byte[] array() {
        return bytes;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    /** Forgets what was written behind an offset. */
    void truncate(int to) {
        length = to;
    }

    LineBuffer raw(byte[] literal) {
        return raw(literal, 0, literal.length);
    }

    LineBuffer raw(byte[] source, int from, int count) {
        reserve(count);
        System.arraycopy(source, from, bytes, length, count);
        length += count;
        return this;
    }

    LineBuffer raw(int oneByte) {
        reserve(1);
        bytes[length++] = (byte) oneByte;
        return this;
    }

    /** Spaces up to a length, which it must not have yet. */
    LineBuffer spaces(int to) {
        reserve(to - length);
        Arrays.fill(bytes, length, to, (byte) ' ');
        length = to;
        return this;
    }

    /** A number that is not negative. */
    LineBuffer number(long value) {
        int digits = digits(value);
        reserve(digits);
        byte[] to = bytes;
        int at = length + digits;
        long rest = value;
        for (; rest > Integer.MAX_VALUE; rest /= 10) {
            to[--at] = (byte) ('0' + rest % 10);
        }
        // Most numbers are small from the beginning, and an int is divided in half the time.
        for (int small = (int) rest; at > length; small /= 10) {
            to[--at] = (byte) ('0' + small % 10);
        }
        length += digits;
        return this;
    }

    private static int digits(long value) {
        int digits = 1;
        for (long least = 10; digits < MOST_DIGITS && value >= least; least *= 10) {
            digits++;
        }
        return digits;
    }

    /** The last digits of a number that is not negative, with zeros in front. */
    LineBuffer digits(int value, int count) {
        reserve(count);
        int rest = value;
        for (int at = length + count - 1; at >= length; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += count;
        return this;
    }

    /** Eight hexadecimal digits. */
    LineBuffer hex(int value) {
        reserve(8);
        for (int shift = 28; shift >= 0; shift -= 4) {
            bytes[length++] = HEX[value >>> shift & 0xF];
        }
        return this;
    }

    /** A JSON string with its quotes, of text that is well-formed. */
    LineBuffer string(String text) {
        return raw('"').inString(text).raw('"');
    }

    /** What stands between the quotes of a JSON string, of text that is well-formed. */
    LineBuffer inString(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        int from = 0;
        for (int at = Escapes.next(utf8, from); at < utf8.length; at = Escapes.next(utf8, from)) {
            raw(utf8, from, at - from);
            escape(utf8[at]);
            from = at + 1;
        }
        return raw(utf8, from, utf8.length - from);
    }

    /** UTF-8 without quotes and escapes, of text that is well-formed. */
    LineBuffer utf8(String text) {
        return raw(text.getBytes(StandardCharsets.UTF_8));
    }

    private void escape(byte c) {
        raw('\\');
        switch (c) {
            case '"', '\\' -> raw(c);
            case '\n' -> raw('n');
            case '\r' -> raw('r');
            case '\t' -> raw('t');
            case '\b' -> raw('b');
            case '\f' -> raw('f');
            default -> raw(CONTROL).raw(HEX[c >>> 4]).raw(HEX[c & 0xF]);
        }
    }

    private void reserve(int count) {
        int needed = Math.addExact(length, count);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, bytes.length * 2L)));
        }
    }
}
