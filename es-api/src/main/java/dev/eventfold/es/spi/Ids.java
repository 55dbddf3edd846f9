package dev.eventfold.es.spi;

import java.util.Objects;

/**
 * What may be an instance id, a key or another free text of an envelope: ids are data, so any well-formed Unicode of at most
 * {@value #MAX_BYTES} UTF-8 bytes is one.
 */
public final class Ids {
    /** The most UTF-8 bytes that an id may have. */
    public static final int MAX_BYTES = 1024;

    private Ids() {}

    /**
     * Refuses what is not a legal id.
     *
     * @param what names the id in the message
     * @param id the id, the empty one too
     * @return the id
     * @throws IllegalArgumentException when it is not well-formed Unicode of at most 1,024 UTF-8 bytes
     */
    public static String require(String what, String id) {
        Objects.requireNonNull(id, what);
        int bytes = utf8Length(what, id);
        if (bytes > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "illegal " + what + ", it is too long: utf8Bytes=" + bytes + ", most=" + MAX_BYTES);
        }
        return id;
    }

    /**
     * Refuses what is not a legal id, and the empty one.
     *
     * @param what names the id in the message
     * @param id the id
     * @return the id
     * @throws IllegalArgumentException when it is empty or not well-formed Unicode of at most 1,024 UTF-8 bytes
     */
    public static String requireNotEmpty(String what, String id) {
        if (require(what, id).isEmpty()) {
            throw new IllegalArgumentException("illegal " + what + ", it is empty");
        }
        return id;
    }

    /**
     * Refuses text that UTF-8 cannot hold.
     *
     * @param what names the text in the message
     * @param text the text, of any length
     * @return the text
     * @throws IllegalArgumentException when it holds half a surrogate pair
     */
    public static String requireWellFormed(String what, String text) {
        Objects.requireNonNull(text, what);
        utf8Length(what, text);
        return text;
    }

    private static int utf8Length(String what, String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) < 0x80) {
            at++;
        }
        int bytes = at;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (!Character.isSurrogate(c)) {
                bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
            } else if (at + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(at + 1))) {
                bytes += 4;
                at++;
            } else {
                throw new IllegalArgumentException("illegal " + what + ", it holds half a surrogate pair: index=" + at
                        + ", length=" + text.length());
            }
        }
        return bytes;
    }
}
