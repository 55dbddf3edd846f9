package dev.eventfold.es.processor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything that is used together belongs to one aggregate. One wrong name contradicts every place that uses it, so it is said once, and at
 * that name: the one that more places contradict than agree with. Where none stands out it is said where the two meet.
 */
final class AggregateAgreement {
    private final ModuleContents contents;
    private final Diagnostics diagnostics;
    private final List<AgreementLink> sound = new ArrayList<>();
    private final List<AgreementLink> broken = new ArrayList<>();

    private AggregateAgreement(ModuleContents contents, Diagnostics diagnostics) {
        this.contents = contents;
        this.diagnostics = diagnostics;
    }

    static void check(ModuleContents contents, Diagnostics diagnostics) {
        AggregateAgreement agreement = new AggregateAgreement(contents, diagnostics);
        links(contents).distinct().forEach(agreement::add);
        while (!agreement.broken.isEmpty()) {
            agreement.tellNext();
        }
    }

    private static Stream<AgreementLink> links(ModuleContents contents) {
        Stream<AgreementLink> members = Stream.concat(contents.commands().stream(), contents.events().stream())
                .flatMap(payload ->
                        payload.statements().stream().skip(1).map(family -> AgreementLink.of(payload, family)));
        Stream<AgreementLink> aggregates = contents.aggregates().stream()
                .flatMap(aggregate -> aggregate.uses().stream().map(use -> AgreementLink.of(aggregate, use)));
        Stream<AgreementLink> consumers = contents.consumers().stream()
                .flatMap(consumer -> consumer.stated().stream()
                        .filter(stated -> !stated.aggregate().isEmpty())
                        .map(stated -> AgreementLink.of(consumer, stated)));
        return Stream.of(members, aggregates, consumers).flatMap(links -> links);
    }

    private void add(AgreementLink link) {
        (link.holds() ? sound : broken).add(link);
    }

    private void tellNext() {
        Optional<Statement> wrong = broken.stream()
                .flatMap(link -> Stream.of(link.used(), link.user()))
                .distinct()
                .filter(this::standsOut)
                .max(Comparator.comparing(this::weight));
        AgreementLink first = broken.stream()
                .filter(link -> wrong.isEmpty() || link.touches(wrong.get()))
                .findFirst()
                .orElseThrow();
        List<AgreementLink> same = broken.stream()
                .filter(link -> wrong.isPresent()
                        ? link.touches(wrong.get())
                        : link.touches(first.user()) && link.touches(first.used()))
                .toList();
        wrong.ifPresentOrElse(place -> tellAt(place, first, places(same)), () -> tell(first, places(same)));
        broken.removeAll(same);
    }

    private void tellAt(Statement place, AgreementLink first, int places) {
        String other = place.equals(first.user())
                ? first.used().aggregate()
                : first.user().aggregate();
        diagnostics.report(
                place.spot(),
                Problem.AGGREGATE_CONTRADICTION,
                first.factsAt(place, meant(place.aggregate(), other) + Diagnostics.elsewhere(places - 1)));
    }

    private void tell(AgreementLink link, int places) {
        boolean isNamed = link.spot().equals(link.user().spot());
        String meant = isNamed ? meant(link.user().aggregate(), link.used().aggregate()) : "";
        diagnostics.report(
                link.spot(), Problem.AGGREGATE_CONTRADICTION, link.facts(meant + Diagnostics.elsewhere(places - 1)));
    }

    private static String meant(String name, String other) {
        return Suggestions.nearest(name, Set.of(other))
                .map(nearest -> " Did you mean \"" + nearest + "\"?")
                .orElse("");
    }

    private static int places(List<AgreementLink> links) {
        return (int) links.stream().map(AgreementLink::spot).distinct().count();
    }

    /** Whether more places contradict it than agree with it, and those more than one. */
    private boolean standsOut(Statement statement) {
        return statement.here()
                && weight(statement) > 0
                && places(broken.stream()
                                .filter(link -> link.touches(statement))
                                .toList())
                        > 1;
    }

    private int weight(Statement statement) {
        int agree = neighbours(sound, statement).size();
        boolean isOfKnown = neighbours(sound, statement).isEmpty() && isNameOfAnother(statement);
        return neighbours(broken, statement).size() - agree - (isOfKnown ? 1 : 0);
    }

    private boolean isNameOfAnother(Statement statement) {
        return contents.aggregates().stream()
                .anyMatch(aggregate -> aggregate.name().equals(statement.aggregate())
                        && !aggregate.type().equals(statement.type()));
    }

    private static Set<Statement> neighbours(List<AgreementLink> links, Statement statement) {
        Set<Statement> neighbours = new LinkedHashSet<>();
        for (AgreementLink link : links) {
            if (link.user().equals(statement)) {
                neighbours.add(link.used());
            } else if (link.used().equals(statement)) {
                neighbours.add(link.user());
            }
        }
        return neighbours;
    }
}
