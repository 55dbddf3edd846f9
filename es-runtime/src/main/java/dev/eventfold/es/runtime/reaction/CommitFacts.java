package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.execution.Decider;
import dev.eventfold.es.runtime.store.CommittedMove;
import dev.eventfold.es.runtime.store.EventStore;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.runtime.store.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a commit of a process manager says besides what it did to others.
 *
 * @param withheld events that it passed and that their instance was not given, because they failed or were parked
 * @param outcomes timeouts that fired and what became of earlier failures in it, in order
 * @param sequences those that something failed, waits or went on in
 */
record CommitFacts(Set<Withheld> withheld, List<StoredEvent> outcomes, Set<String> sequences) {
    /** Of a commit that says nothing else. */
    static final CommitFacts NONE = new CommitFacts(Set.of(), List.of(), Set.of());

    private static final int PAGE = 1_000;

    /**
     * An event for one instance.
     *
     * @param position of the event
     * @param sequence where it is written that it failed or waits
     * @param key of the instance
     */
    record Withheld(long position, String sequence, String key) {}

    /** Reads the events of a commit; {@code others} hears of each. */
    static CommitFacts read(EventStore store, String keptAs, CommittedMove move, Consumer<StoredEvent> others) {
        CommitFacts facts = new CommitFacts(new HashSet<>(), new ArrayList<>(), new HashSet<>());
        String failures = SystemStreams.deadLetters(keptAs);
        String timeouts = SystemStreams.timeouts(keptAs);
        for (long position = move.before(); position < move.head(); ) {
            int most = (int) Math.min(PAGE, move.head() - position);
            for (StoredEvent event : store.read(Decider.PARTITION, position, most, BatchSize.MAX_BYTES, View.DURABLE)) {
                position = event.position();
                if (event.stream().aggregate().equals(failures)) {
                    facts.add(event);
                } else if (event.stream().aggregate().equals(timeouts)) {
                    facts.sequences.add(event.stream().instanceId());
                    facts.outcomes.add(event);
                }
                others.accept(event);
            }
        }
        return facts;
    }

    private void add(StoredEvent failure) {
        String sequence = failure.stream().instanceId();
        sequences.add(sequence);
        if (RetryOutcomes.isOne(failure)) {
            outcomes.add(failure);
        } else if (!RetryOutcomes.isOfCommand(failure)) {
            JsonMembers about = JsonMembers.of(failure.event().data());
            withheld.add(new Withheld(about.number("position"), sequence, about.text("key")));
        }
    }

    /** Whether it worked off failures. Its commands were asked for in an earlier one then, which said that they failed or wait. */
    boolean isOfRetries() {
        return outcomes.stream()
                .anyMatch(outcome -> !TimeoutEvents.FIRED.equals(outcome.event().name()));
    }

    boolean isWithheld(long position, String sequence, String key) {
        return !withheld.isEmpty() && withheld.contains(new Withheld(position, sequence, key));
    }
}
