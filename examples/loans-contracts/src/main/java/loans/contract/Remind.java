package loans.contract;

import dev.eventfold.es.CommandFor;

/**
 * Tell a reader that a book is due.
 *
 * @param book which one
 */
@CommandFor("reader")
public record Remind(String book) {}
