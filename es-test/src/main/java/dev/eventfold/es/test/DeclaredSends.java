package dev.eventfold.es.test;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.spi.FiredTimeout;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import dev.eventfold.es.spi.RejectedCommand;
import dev.eventfold.es.spi.RejectionReaction;
import dev.eventfold.es.spi.Sends;
import dev.eventfold.es.spi.Subscription;
import dev.eventfold.es.spi.TimeoutReaction;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the reactions of a process manager say that they send. */
final class DeclaredSends {
    private final ProcessManagerDefinition<?> definition;

    DeclaredSends(ProcessManagerDefinition<?> definition) {
        this.definition = definition;
    }

    /** The reaction that an event reaches; empty when it reaches none. */
    Optional<Subscription> reaction(String aggregate, String event) {
        return Stream.of(
                        List.of(aggregate, event),
                        List.of(aggregate, Subscription.ANY),
                        List.of(Subscription.ANY, event))
                .flatMap(names -> of(names.get(0), names.get(1)))
                .findFirst()
                .or(() -> of(Subscription.ANY, Subscription.ANY).findFirst());
    }

    private Stream<Subscription> of(String aggregate, String event) {
        return definition.subscriptions().stream()
                .filter(one -> one.aggregate().equals(aggregate) && one.event().equals(event));
    }

    void check(RecordedEvent event, CommandEnvelope command) {
        if (!sends(event).allows(command)) {
            throw new AssertionError("a reaction sends a command that its sends leaves out: processManager="
                    + definition.name() + ", event=" + event.aggregate() + "/" + event.event() + ", command="
                    + command.aggregate() + "/" + command.command() + "; add its class to sends of the annotation");
        }
    }

    private Sends sends(RecordedEvent event) {
        if (event instanceof RejectedCommand rejected) {
            return answer(rejected.target(), rejected.command())
                    .map(RejectionReaction::sends)
                    .orElseThrow();
        }
        if (event instanceof FiredTimeout timeout) {
            return definition.timeoutReactions().stream()
                    .filter(one -> one.name().equals(timeout.timeout()))
                    .map(TimeoutReaction::sends)
                    .findFirst()
                    .orElseThrow();
        }
        return reaction(event.aggregate(), event.event())
                .map(Subscription::sends)
                .orElseThrow();
    }

    /** The reaction to a rejection; empty when nobody hears of it. */
    Optional<RejectionReaction> answer(String aggregate, String command) {
        return definition.rejectionReactions().stream()
                .filter(one ->
                        one.aggregate().equals(aggregate) && one.command().equals(command))
                .findFirst();
    }
}
