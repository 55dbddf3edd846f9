package dev.eventfold.es.processor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Who is called for what, where a method of family type stands for every member without a method of its own.
 *
 * @param <M> what claims
 */
final class Claims<M> {
    private final List<Claim<M>> claims = new ArrayList<>();

    /** A claim on each of these; one that names a family yields to one that names a member. */
    void add(M claimant, List<Target> targets, boolean family) {
        claims.add(new Claim<>(claimant, targets, family));
    }

    /**
     * Settles every target.
     *
     * @param clash told once of each claimant that comes second, and of the one that came first
     * @return one for each target, ordered by stored names
     */
    List<Settled<M>> settle(BiConsumer<Settled<M>, Settled<M>> clash) {
        Map<Name, Settled<M>> settled = new HashMap<>();
        claims.stream().filter(claim -> !claim.family()).forEach(claim -> settle(claim, settled, clash));
        Map<Name, Settled<M>> byFamily = new HashMap<>();
        claims.stream().filter(Claim::family).forEach(claim -> settle(claim, byFamily, clash));
        byFamily.forEach(settled::putIfAbsent);
        return settled.values().stream()
                .distinct()
                .sorted(Comparator.comparing(Settled::target, Target.ORDER))
                .toList();
    }

    private void settle(Claim<M> claim, Map<Name, Settled<M>> settled, BiConsumer<Settled<M>, Settled<M>> clash) {
        boolean told = false;
        for (Target target : claim.targets()) {
            Settled<M> second = new Settled<>(target, claim.claimant());
            Optional<Settled<M>> first = first(target, settled);
            if (first.isEmpty()) {
                target.names().forEach(name -> settled.put(new Name(target.aggregate(), name), second));
            } else if (!told && first.get().target().isSameAs(target)) {
                clash.accept(second, first.get());
                told = true;
            }
        }
    }

    private Optional<Settled<M>> first(Target target, Map<Name, Settled<M>> settled) {
        return target.names().stream()
                .map(name -> new Name(target.aggregate(), name))
                .filter(settled::containsKey)
                .map(settled::get)
                .findFirst();
    }

    private record Claim<M>(M claimant, List<Target> targets, boolean family) {}

    private record Name(String aggregate, String event) {}

    /**
     * What was settled for one target.
     *
     * @param target what for
     * @param claimant who is called
     */
    record Settled<M>(Target target, M claimant) {}
}
