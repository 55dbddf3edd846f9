package trips;

import dev.eventfold.es.runtime.AggregateStore;
import dev.eventfold.es.runtime.DeadLetter;
import dev.eventfold.es.runtime.DeadLetters;
import dev.eventfold.es.runtime.RetryReport;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where somebody looks in the morning at what went wrong with the bookings at night. */
final class Desk {
    private final AggregateStore store;

    Desk(AggregateStore store) {
        this.store = store;
    }

    void show() {
        for (DeadLetter letter : store.deadLetters("booking").list()) {
            System.out.println(letter.id() + ": " + letter.cause() + " after " + letter.attempts() + " attempts, "
                    + letter.error() + "; " + letter.parkedBehind() + " wait behind it");
        }
    }

    /** Tries all of it again, when that helps. */
    void retry() {
        DeadLetters letters = store.deadLetters("booking");
        RetryReport would = letters.dryRun();
        if (would.failed() == 0) {
            letters.retryAll();
        }
        ProcessManagers.runAll(store);
    }

    /** Gives one up. */
    void evict(String id, String reason) {
        store.deadLetters("booking").evict(id, reason);
        ProcessManagers.runAll(store);
    }

    /** Hands over to others what is left. */
    void export(Path file) throws IOException {
        try (Writer lines = Files.newBufferedWriter(file)) {
            store.deadLetters("booking").export(lines);
        }
    }
}
