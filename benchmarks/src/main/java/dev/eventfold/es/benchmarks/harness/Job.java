package dev.eventfold.es.benchmarks.harness;

import java.util.List;
import java.util.Map;

/**
 * One whole job. It is run in a JVM of its own: {@link #prepare} once, then {@link #run} in rounds until enough of them were undisturbed.
 * Every round measures the job and its raw baselines, so that a ratio never compares two moments far apart.
 */
public interface Job {
    /**
     * What the job is called on the command line.
     *
     * @return lower case with hyphens, unique
     */
    String name();

    /**
     * What the job shows.
     *
     * @return a few words, for people
     */
    String title();

    /**
     * What was chosen for this run: durability, callers, streams, events.
     *
     * @param length the length of the run
     * @return in the order to show
     */
    Map<String, String> settings(Length length);

    /**
     * What is made of the measures of a round.
     *
     * @return in the order to show
     */
    List<Figure> figures();

    /**
     * Whether a run of all jobs has it. One that is left out is run when it is asked for by name.
     *
     * @param length the length of the run
     * @return true unless it takes too long
     */
    default boolean belongsTo(Length length) {
        return true;
    }

    /**
     * How many undisturbed rounds are wanted.
     *
     * @param length the length of the run
     * @return at least 1
     */
    default int rounds(Length length) {
        return length.rounds();
    }

    /**
     * Options of the JVM that the job runs in.
     *
     * @return such as {@code -Xmx128m}
     */
    default List<String> jvmOptions() {
        return List.of("-Xmx1g");
    }

    /**
     * Builds what the rounds need. Not measured.
     *
     * @param bench the job's workbench
     * @throws Exception ends the job, which is then reported as failed
     */
    default void prepare(Workbench bench) throws Exception {}

    /**
     * Runs one round.
     *
     * @param bench the job's workbench
     * @param round takes the measures that {@link #figures()} names
     * @throws Exception ends the job, which is then reported as failed
     */
    void run(Workbench bench, Round round) throws Exception;
}
