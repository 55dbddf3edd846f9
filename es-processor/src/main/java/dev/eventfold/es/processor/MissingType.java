package dev.eventfold.es.processor;

/**
 * Thrown by readers at a type that the compiler does not know yet. Another processor may be about to write it, so the class that names it is
 * read again in the next round; when it never comes, javac says so itself.
 */
final class MissingType extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MissingType(String type) {
        super(type, null, false, false);
    }
}
