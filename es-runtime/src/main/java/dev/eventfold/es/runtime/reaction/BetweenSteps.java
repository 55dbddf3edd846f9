package dev.eventfold.es.runtime.reaction;

import java.util.function.Function;

/** Where a process manager stands between two of its steps, so that something else of it may be committed there. */
interface BetweenSteps {
    /**
     * Commits something.
     *
     * @param work decides and commits, with the move that it is given
     * @return what came of it; when somebody else had moved the process manager, another try finds it where it is
     */
    RetryBatch.Result between(Function<Batch.MoveTo, RetryBatch.Result> work);
}
