package dev.eventfold.es.processor;

import java.util.List;
import java.util.stream.Stream;

/**
 * A process manager as read.
 *
 * @param declaration its class
 * @param name its stored name
 * @param policy what its annotation says besides
 * @param evolution what its state was before
 * @param reactions one for each event, ordered by stored names
 * @param answers its reactions to rejections, one for each command, ordered by stored names
 * @param expiries its reactions to timeouts, ordered by name
 * @param stated what its reactions say beside their parameters
 * @param appliers one for each event that its state folds, ordered by stored names
 * @param sound whether a definition can be written
 */
record ProcessManager(
        Declaration declaration,
        String name,
        Policy policy,
        Evolution evolution,
        List<Reaction> reactions,
        List<Answer> answers,
        List<Expiry> expiries,
        List<StatedNames> stated,
        List<Case> appliers,
        boolean sound)
        implements EventConsumer<ProcessManager> {
    ProcessManager {
        reactions = List.copyOf(reactions);
        answers = List.copyOf(answers);
        expiries = List.copyOf(expiries);
        stated = List.copyOf(stated);
        appliers = List.copyOf(appliers);
    }

    /**
     * Attributes that the run time reads.
     *
     * @param onFailure a constant of {@code OnFailure}
     * @param startFrom a constant of {@code StartFrom}
     * @param strict whether an event for no instance is a dead letter
     */
    record Policy(String onFailure, String startFrom, boolean strict) {}

    @Override
    public ConsumerKind kind() {
        return ConsumerKind.PROCESS_MANAGER;
    }

    @Override
    public ProcessManager sound(boolean whether) {
        return new ProcessManager(
                declaration, name, policy, evolution, reactions, answers, expiries, stated, appliers, whether);
    }

    @Override
    public ProcessManager reactions(List<Reaction> others) {
        return new ProcessManager(
                declaration, name, policy, evolution, others, answers, expiries, stated, appliers, sound);
    }

    /** All that it does, on whichever occasion. */
    List<Behaviour> behaviours() {
        return Stream.<List<? extends Behaviour>>of(reactions, answers, expiries)
                .<Behaviour>flatMap(List::stream)
                .toList();
    }

    /** Every case that names a payload: what it takes, and what its state folds. */
    @Override
    public Stream<Case> cases() {
        return Stream.of(
                        reactions.stream().map(Reaction::call), answers.stream().map(Answer::call), appliers.stream())
                .flatMap(cases -> cases);
    }
}
