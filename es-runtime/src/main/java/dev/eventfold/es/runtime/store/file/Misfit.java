package dev.eventfold.es.runtime.store.file;

/** A whole line that does not follow those before it in the log. No interrupted write leaves one. */
final class Misfit extends BadLine {
    private static final long serialVersionUID = 1L;

    private final long offset;

    /**
     * Of a commit that is closed.
     *
     * @param offset where the line begins in its file
     */
    Misfit(long offset, String expected) {
        super(expected);
        this.offset = offset;
    }

    long offset() {
        return offset;
    }
}
