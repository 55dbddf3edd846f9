package dev.eventfold.es.processor;

import java.util.List;
import java.util.Set;

/**
 * A process manager as read.
 *
 * @param type its class
 * @param name its stored name
 * @param policy what its annotation says besides
 * @param reactions one for each event, ordered by stored names
 * @param appliers one for each event that its state folds, ordered by stored names
 * @param silenced the warnings of ours that the class does not want
 * @param lint the warnings that naming its class gives
 * @param visibility from where its class can be named
 * @param sound whether a definition can be written
 * @param compiledHere whether its source is part of this compilation
 */
record ProcessManager(
        ClassRef type,
        String name,
        Policy policy,
        List<Reaction> reactions,
        List<Case> appliers,
        Set<String> silenced,
        Set<String> lint,
        Visibility visibility,
        boolean sound,
        boolean compiledHere) {
    ProcessManager {
        reactions = List.copyOf(reactions);
        appliers = List.copyOf(appliers);
        silenced = Set.copyOf(silenced);
        lint = Set.copyOf(lint);
    }

    /**
     * Attributes that the run time reads.
     *
     * @param onFailure a constant of {@code OnFailure}
     * @param startFrom a constant of {@code StartFrom}
     * @param strict whether an event for no instance is a dead letter
     */
    record Policy(String onFailure, String startFrom, boolean strict) {}

    boolean keyed() {
        return reactions.stream().anyMatch(reaction -> !(reaction.key() instanceof Key.None));
    }

    SourceSpot spot() {
        return SourceSpot.of(type).annotation(Api.PROCESS_MANAGER);
    }
}
