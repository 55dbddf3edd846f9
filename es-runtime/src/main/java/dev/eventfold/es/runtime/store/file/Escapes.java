package dev.eventfold.es.runtime.store.file;

/** Finds what a JSON string cannot hold as it is: most strings have nothing of the kind. */
final class Escapes {
    private Escapes() {}

    /** The first quote, backslash or control character of UTF-8 from an offset on; the length when there is none. */
    static int next(byte[] utf8, int from) {
        int at = from;
        for (; at + Long.BYTES <= utf8.length; at += Long.BYTES) {
            long eight = EightBytes.at(utf8, at);
            long found = EightBytes.below(eight, ' ') | EightBytes.equal(eight, '"') | EightBytes.equal(eight, '\\');
            if (found != 0) {
                return at + EightBytes.first(found);
            }
        }
        while (at < utf8.length && !isEscaped(utf8[at])) {
            at++;
        }
        return at;
    }

    private static boolean isEscaped(byte b) {
        return (b >= 0 && b < ' ') || b == '"' || b == '\\';
    }
}
