package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.EsException;
import dev.eventfold.es.runtime.RetryReport;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Of a store that is only read, and of a subscriber with whom nobody is subscribed.
 *
 * @param refused makes what is thrown, of the name of the call
 */
record WorkingOffRefused(Function<String, ? extends EsException> refused) implements WorkingOff {
    @Override
    public RetryReport retry(String sequence, long entry) {
        throw refused.apply("retry");
    }

    @Override
    public RetryReport retryAll(Predicate<String> sequences) {
        throw refused.apply("retryAll");
    }

    @Override
    public RetryReport retrySequence(String key) {
        throw refused.apply("retrySequence");
    }

    @Override
    public RetryReport dryRun() {
        throw refused.apply("dryRun");
    }

    @Override
    public void evict(String sequence, long entry, String reason) {
        throw refused.apply("evict");
    }
}
