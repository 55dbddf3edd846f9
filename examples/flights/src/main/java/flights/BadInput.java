package flights;

/** The input cannot be used. The message is one line that names the file and, where there is one, the row. */
final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadInput(String message, Throwable cause) {
        super(message, cause);
    }

    BadInput(String message) {
        super(message);
    }
}
