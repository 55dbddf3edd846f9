package dev.eventfold.es.runtime.execution;

import dev.eventfold.es.runtime.CommandResult;
import dev.eventfold.es.runtime.store.CommitOutcome;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One try to decide a command and to commit it.
 *
 * @param outcome null when there was nothing to commit
 * @param restsOn the commit that must be durable before the answer is given
 * @param answer gives the result, or throws the refusal
 */
record Attempt(@Nullable CommitOutcome outcome, long restsOn, Supplier<CommandResult> answer) {
    /** A failure that rests on nothing. */
    static Attempt failed(RuntimeException failure) {
        return new Attempt(null, 0, () -> {
            throw failure;
        });
    }

    static Attempt failed(Error failure) {
        return new Attempt(null, 0, () -> {
            throw failure;
        });
    }
}
