package dev.eventfold.es.runtime.store.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the envelope of a line at its fixed places, from left to right. Each method leaves the place behind what it read. */
final class LineParser {
    /** What each byte is worth as a digit; -1 where it is none. Small letters only: what is not written so is not ours. */
    private static final byte[] HEX = new byte[256];

    static {
        Arrays.fill(HEX, (byte) -1);
        for (int digit = 0; digit < 16; digit++) {
            HEX[Character.forDigit(digit, 16)] = (byte) digit;
        }
    }

    private final byte[] bytes;
    private final int end;
    private int at;

    LineParser(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.end = to;
    }

    int at() {
        return at;
    }

    /** Where what may be read ends. */
    int end() {
        return end;
    }

    boolean atEnd() {
        return at == end;
    }

    /** Whether the literal comes next. */
    boolean next(byte[] literal) {
        int length = literal.length;
        return end - at >= length && Arrays.equals(bytes, at, at + length, literal, 0, length);
    }

    /** Whether the literal comes next; if so it is passed. */
    boolean skip(byte[] literal) {
        boolean next = next(literal);
        at += next ? literal.length : 0;
        return next;
    }

    void expect(byte[] literal) throws BadLine {
        if (!skip(literal)) {
            throw new BadLine("expected " + new String(literal, StandardCharsets.UTF_8));
        }
    }

    /** Whether what comes next is like a pattern, in which a 0 stands for any digit. */
    boolean fits(byte[] pattern) {
        if (end - at < pattern.length) {
            return false;
        }
        for (int n = 0; n < pattern.length; n++) {
            byte found = bytes[at + n];
            if (pattern[n] == '0' ? found < '0' || found > '9' : found != pattern[n]) {
                return false;
            }
        }
        return true;
    }

    /** The number that some digits make, at a distance from here, of a text that {@link #fits}. */
    int digits(int distance, int count) {
        int value = 0;
        for (int n = at + distance; n < at + distance + count; n++) {
            value = value * 10 + (bytes[n] - '0');
        }
        return value;
    }

    /** Passes bytes that are known to be there. */
    void pass(int count) {
        at += count;
    }

    long number() throws BadLine {
        int from = at;
        long value = 0;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            value = value * 10 + (bytes[at++] - '0');
        }
        if (at == from || at - from > 18) {
            throw new BadLine("expected a number");
        }
        return value;
    }

    /** A number that fits an int. */
    int smallNumber() throws BadLine {
        long value = number();
        if (value > Integer.MAX_VALUE) {
            throw new BadLine("expected a number below 2^31");
        }
        return (int) value;
    }

    /** A string of eight hexadecimal digits, with its quotes. */
    int hex() throws BadLine {
        if (end - at < 10 || bytes[at] != '"' || bytes[at + 9] != '"') {
            throw new BadLine("expected eight hexadecimal digits");
        }
        int value = hex(at + 1, 8);
        at += 10;
        return value;
    }

    private int hex(int from, int digits) throws BadLine {
        int value = 0;
        int signs = end - from - digits;
        for (int n = from; n < from + digits && signs >= 0; n++) {
            int digit = HEX[bytes[n] & 0xFF];
            value = value << 4 | digit;
            signs |= digit;
        }
        if (signs < 0) {
            throw new BadLine("expected hexadecimal digits");
        }
        return value;
    }

    /** A JSON string, with its quotes. */
    String string() throws BadLine {
        open();
        return restOfString();
    }

    /** A JSON string that may well be known. */
    String string(Names names) throws BadLine {
        open();
        int to = find('"');
        if (to < 0) {
            return restOfString();
        }
        String name = names.get(bytes, at, to);
        at = to + 1;
        return name;
    }

    /** What stands before the first {@code /} in a JSON string, and passes that; the rest of the string follows. */
    String aggregate(Names names) throws BadLine {
        open();
        int to = find('/');
        if (to > at) {
            String name = names.get(bytes, at, to);
            at = to + 1;
            return name;
        }
        return escapedAggregate();
    }

    private String escapedAggregate() throws BadLine {
        LineParser whole = new LineParser(bytes, at, end);
        int length = whole.restOfString().indexOf('/');
        int to = at;
        while (to < end && bytes[to] != '/') {
            to++;
        }
        if (length < 1) {
            throw new BadLine("expected aggregate/instance");
        }
        LineBuffer quoted = new LineBuffer(to - at + 1).raw(bytes, at, to - at).raw('"');
        at = to + 1;
        return new LineParser(quoted.array(), 0, quoted.length()).restOfString();
    }

    private void open() throws BadLine {
        if (at >= end || bytes[at] != '"') {
            throw new BadLine("expected a string");
        }
        at++;
    }

    /** Where a char of a string is; -1 when an escape or the end of the string comes before. */
    private int find(char wanted) {
        for (int n = at; n < end; n++) {
            if (bytes[n] == wanted) {
                return n;
            }
            if (bytes[n] == '"' || bytes[n] == '\\') {
                return -1;
            }
        }
        return -1;
    }

    /** A JSON string from here to its closing quote. */
    String restOfString() throws BadLine {
        int from = at;
        for (int n = from; n < end; n++) {
            if (bytes[n] == '"') {
                at = n + 1;
                return new String(bytes, from, n - from, StandardCharsets.UTF_8);
            }
            if (bytes[n] == '\\') {
                return escaped(from, n);
            }
        }
        throw new BadLine("expected the end of a string");
    }

    /** Passes a JSON string. */
    void skipString() throws BadLine {
        open();
        skipRestOfString();
    }

    /** Passes a JSON string from here to its closing quote. */
    void skipRestOfString() throws BadLine {
        int n = at;
        while (n < end && bytes[n] != '"') {
            n += bytes[n] == '\\' ? 2 : 1;
        }
        if (n >= end) {
            throw new BadLine("expected the end of a string");
        }
        at = n + 1;
    }

    /** Passes a JSON object. */
    void skipObject() throws BadLine {
        int depth = 0;
        do {
            byte next = at < end ? bytes[at] : 0;
            if (next == '"') {
                skipString();
            } else if (next == 0) {
                throw new BadLine("expected the end of an object");
            } else {
                depth += next == '{' ? 1 : next == '}' ? -1 : 0;
                at++;
            }
        } while (depth > 0);
    }

    private String escaped(int from, int firstEscape) throws BadLine {
        LineBuffer text = new LineBuffer(end - from);
        text.raw(bytes, from, firstEscape - from);
        int n = firstEscape;
        while (n < end && bytes[n] != '"') {
            if (bytes[n] != '\\') {
                text.raw(bytes[n++]);
            } else if (n + 1 < end && bytes[n + 1] == 'u') {
                text.raw(control(n + 2));
                n += 6;
            } else {
                text.raw(unescape(n + 1 < end ? bytes[n + 1] : 0));
                n += 2;
            }
        }
        if (n >= end) {
            throw new BadLine("expected the end of a string");
        }
        at = n + 1;
        return new String(text.array(), 0, text.length(), StandardCharsets.UTF_8);
    }

    private int control(int from) throws BadLine {
        int value = hex(from, 4);
        if (value >= 0x20) {
            throw new BadLine("expected the escape of a control character");
        }
        return value;
    }

    private static int unescape(byte escape) throws BadLine {
        return switch (escape) {
            case '"', '\\' -> escape;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> throw new BadLine("expected an escape that is written here");
        };
    }
}
