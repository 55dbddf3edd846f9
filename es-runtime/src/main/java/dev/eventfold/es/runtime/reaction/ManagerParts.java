package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.execution.Draft;
import dev.eventfold.es.runtime.program.Subscriptions;
import dev.eventfold.es.runtime.store.EventFilter;
import dev.eventfold.es.runtime.store.View;
import dev.eventfold.es.spi.ProcessManagerDefinition;

/**
 * What one process manager is made of, for whoever runs something of it.
 *
 * @param host what it runs on
 * @param definition its code
 * @param interests what it reacts to
 * @param sending understands what it sends
 * @param failures writes down what fails
 * @param <P> its class
 */
record ManagerParts<P>(
        LogHost host,
        ProcessManagerDefinition<P> definition,
        Interests interests,
        Sending sending,
        FailureEvents failures) {
    static <P> ManagerParts<P> of(LogHost host, ProcessManagerDefinition<P> definition) {
        return new ManagerParts<>(
                host,
                definition,
                new Interests(definition),
                new Sending(definition.name(), host.payloads(), host.requests()),
                new FailureEvents(definition.name(), definition.onFailure()));
    }

    /** The same on a log that knows nothing but what it is told. */
    ManagerParts<P> on(RehearsalLog log) {
        LogHost other = new LogHost(
                log,
                host.payloads(),
                host.requests(),
                host.decider().on(log),
                host.retries(),
                host.generations(),
                host.oneAtATime());
        return new ManagerParts<>(other, definition, interests, sending, failures);
    }

    /** The name that the process manager has now, however it is kept. */
    String name() {
        return KeptDefinition.presentName(definition);
    }

    ConsumerKind kind() {
        return ConsumerKind.of(definition);
    }

    /** Kind and name, for messages. */
    String label() {
        return kind().named(name());
    }

    /** Whether it is a subscriber, whose effects no commit takes back. */
    boolean receives() {
        return kind() == ConsumerKind.SUBSCRIBER;
    }

    /** How far it sees: what is not durable may never have been, and the outside world must not hear of it. */
    View view() {
        return receives() ? View.DURABLE : View.DECIDED;
    }

    /** The events that it reads. */
    EventFilter wanted() {
        return receives() ? new Subscriptions(definition.subscriptions()) : interests;
    }

    BatchSize batchSize() {
        return receives() || host.oneAtATime() ? BatchSize.one() : new BatchSize();
    }

    BatchRows<P> rows() {
        return new BatchRows<>(host, definition);
    }

    Settlement settlement(Draft draft) {
        return new Settlement(host.decider(), definition, interests, failures, draft, host.retries());
    }

    Reactor<P> reactor(BatchRows<P> rows, boolean alone) {
        return new Reactor<>(host, definition, interests, sending, rows, alone);
    }
}
