package dev.eventfold.es.runtime.store.file;

/** A line that was not written so. The message says what was expected. */
sealed class BadLine extends Exception permits Misfit {
    private static final long serialVersionUID = 1L;

    BadLine(String expected) {
        super(expected, null, false, false);
    }

    /** What was read is nothing that could have been written. */
    static BadLine illegal(IllegalArgumentException reason) {
        return new BadLine("expected values that can be: " + reason.getMessage());
    }

    String expected() {
        return String.valueOf(getMessage());
    }
}
