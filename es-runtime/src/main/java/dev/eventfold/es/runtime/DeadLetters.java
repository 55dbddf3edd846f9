package dev.eventfold.es.runtime;

import dev.eventfold.es.EsException;
import dev.eventfold.es.UnreadablePayload;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What failed in one process manager, in the order of failure, and the ways to work it off. Read from the durable log with each call. Safe for
 * use by any number of threads, beside passes and live loops. Made by the run time; not for users to implement.
 *
 * <p>A retry runs what failed, then what is parked behind it in the same sequence, in order, and ends with the next failure there. What runs and
 * what becomes of it are one commit, so a crash neither loses nor repeats any of it; what a crash kept from running runs in the next pass. Calls
 * return when what they freed has run and is durable; what reacts to it comes with the next pass. Each throws {@link StoreFailed} when the disk
 * failed or the store was opened for reading only, {@link UnreadablePayload} when the stored state of an instance cannot be read, and {@link
 * IllegalStateException} when called from inside a handler, reaction or applier.
 */
public interface DeadLetters {
    /**
     * Those that wait to be worked off.
     *
     * @return the {@link DeadLetter.State#PENDING} ones
     */
    List<DeadLetter> list();

    /**
     * Those of every state.
     *
     * @return read as the stream is consumed, in bounded memory
     */
    Stream<DeadLetter> all();

    /**
     * One of them.
     *
     * @param id as of {@link DeadLetter#id()}
     * @return empty when there is none of that id
     */
    Optional<DeadLetter> find(String id);

    /**
     * Tries one again. A failed command is executed, a failed event reacted to on the state of now; then comes what is parked behind it.
     *
     * @param id as of {@link DeadLetter#id()}
     * @return what was done; one that fails again stays pending, with one more attempt
     * @throws EsException when there is none of that id, when it is not pending, or when its process manager is not in the program
     */
    RetryReport retry(String id);

    /**
     * Tries each pending one of a sequence once, in the order of failure.
     *
     * @param key the key of the process instance; without key, the stream of the event as {@code aggregate/instanceId}
     * @return what was done; nothing when nothing is pending there
     * @throws EsException when its process manager is not in the program
     */
    RetryReport retrySequence(String key);

    /**
     * Tries each pending one once, in the order of failure.
     *
     * @return what was done
     * @throws EsException when its process manager is not in the program
     */
    RetryReport retryAll();

    /**
     * Finds out what {@link #retryAll} would come to if it were called now: handlers and reactions run, and nothing is written. Each sequence is
     * tried by itself, on what is stored now.
     *
     * @return what would be done; the effects of one sequence at a time are held in memory
     * @throws EsException when its process manager is not in the program
     */
    RetryReport dryRun();

    /**
     * Gives one up: it is skipped, and what is parked behind it runs.
     *
     * @param id as of {@link DeadLetter#id()}
     * @param reason why, for people
     * @throws EsException when there is none of that id, or when it is not pending
     */
    void evict(String id, String reason);

    /**
     * Writes the pending ones as JSON Lines: one object a line, with {@code envelope} (the command: {@code aggregate_type}, {@code instance_id},
     * {@code command} with {@code type} and {@code data}, {@code context}), {@code error} and {@code ts}, the seconds since 1970 of the last
     * failure. For a failed event {@code envelope} is null, and {@code event} says which.
     *
     * @param target where to
     * @throws UncheckedIOException when the target fails
     */
    void export(Appendable target);
}
