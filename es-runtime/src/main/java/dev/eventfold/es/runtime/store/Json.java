package dev.eventfold.es.runtime.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One JSON value as it is stored: UTF-8 on a single line. Immutable; its text is decoded only when somebody asks. */
public final class Json {
    private final byte[] utf8;

    private Json(byte[] utf8) {
        this.utf8 = utf8;
    }

    /**
     * From text.
     *
     * @param text one JSON value without line breaks
     * @return the value
     */
    public static Json of(String text) {
        return new Json(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * From bytes, without a copy.
     *
     * @param utf8 one JSON value without line breaks, not changed by anybody from now on
     * @return the value
     */
    public static Json ofUtf8(byte[] utf8) {
        return new Json(Objects.requireNonNull(utf8, "utf8"));
    }

    /**
     * As bytes, without a copy.
     *
     * @return the UTF-8 bytes, not to be changed
     */
    public byte[] utf8() {
        return utf8;
    }

    /**
     * As text.
     *
     * @return the text
     */
    public String text() {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Json that && Arrays.equals(utf8, that.utf8);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(utf8);
    }

    @Override
    public String toString() {
        return text();
    }
}
