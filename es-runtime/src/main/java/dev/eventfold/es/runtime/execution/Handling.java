package dev.eventfold.es.runtime.execution;

import dev.eventfold.es.CommandRejected;
import dev.eventfold.es.EsException;
import dev.eventfold.es.HandlerFailed;
import dev.eventfold.es.RetryLater;
import dev.eventfold.es.runtime.program.AggregateModel;
import dev.eventfold.es.runtime.store.Commit;
import dev.eventfold.es.runtime.store.NewEvent;
import dev.eventfold.es.spi.EventType;
import java.time.Instant;
import java.util.List;

/** Calls handlers, and turns what they return into events that can be stored. What they do wrong is {@link HandlerFailed}. */
final class Handling {
    private final Payloads payloads;

    Handling(Payloads payloads) {
        this.payloads = payloads;
    }

    <A> List<Object> handle(AggregateModel<A> target, A state, IncomingCommand command) {
        try {
            return UserCode.run(() -> target.definition().handle(state, command));
        } catch (CommandRejected | RetryLater refused) {
            throw refused;
        } catch (Exception | StackOverflowError e) {
            throw new HandlerFailed(
                    "a handler failed: " + command.request().place() + ", version=" + command.version() + ": "
                            + Thrown.text(e),
                    e);
        }
    }

    List<NewEvent> events(AggregateModel<?> target, CommandRequest request, Instant time, List<Object> results) {
        NewEvent[] events = new NewEvent[results.size()];
        long bytes = 0;
        for (int n = 0; n < events.length; n++) {
            events[n] = event(target, request, time, results.get(n));
            bytes += events[n].data().utf8().length;
        }
        // What no commit can hold is the handler's fault alone, whatever it would share a commit with.
        if (bytes > Commit.MAX_BYTES || events.length > Commit.MAX_LINES) {
            throw tooLarge(request, bytes, events.length);
        }
        return List.of(events);
    }

    private NewEvent event(AggregateModel<?> target, CommandRequest request, Instant time, Object result) {
        EventType<?> type = target.eventOf(result);
        if (type == null) {
            throw new HandlerFailed(
                    "a handler returned what its aggregate cannot apply: " + request.place() + ", class="
                            + result.getClass().getName() + ", events=" + target.eventNames(),
                    null);
        }
        try {
            return new NewEvent(
                    type.name(), type.evolution().version(), time, request.origin(), null, payloads.write(result));
        } catch (EsException e) {
            throw new HandlerFailed(
                    "a handler returned an event that cannot be stored: " + request.place() + ", event=" + type.name()
                            + ": " + e.getMessage(),
                    e);
        }
    }

    static HandlerFailed tooLarge(CommandRequest request, long bytes, int lines) {
        return new HandlerFailed(
                "a handler returned more than a commit may hold: " + request.place() + ", bytes=" + bytes + ", most="
                        + Commit.MAX_BYTES + ", lines=" + lines + ", most=" + Commit.MAX_LINES,
                null);
    }
}
