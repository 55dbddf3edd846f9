package loans.contract;

import dev.eventfold.es.EventOf;

/**
 * A reader was told that a book is due.
 *
 * @param book which one
 */
@EventOf("reader")
public record Reminded(String book) {}
