package dev.eventfold.es.spi;

import dev.eventfold.es.RecordedEvent;
import java.util.List;

/**
 * One aggregate: what it handles and applies, as pure functions that know no store. Implemented by generated code, stateless and safe for
 * use by any number of threads.
 *
 * @param <A> the class of the aggregate
 */
public interface AggregateDefinition<A> {
    /**
     * The aggregate's name.
     *
     * @return the stored name
     */
    String name();

    /**
     * The aggregate's class.
     *
     * @return the class
     */
    Class<A> type();

    /**
     * The commands that it handles.
     *
     * @return ordered by stored name
     */
    List<CommandType<?>> commands();

    /**
     * The events that it applies.
     *
     * @return ordered by stored name
     */
    List<EventType<?>> events();

    /**
     * The state of a stream with no events.
     *
     * @return a new one
     */
    A initial();

    /**
     * Decides a command.
     *
     * @param state the state of the instance, not changed by this
     * @param command one of {@link #commands()}
     * @return the events, in order; none when nothing changes
     */
    List<Object> handle(A state, ReceivedCommand command);

    /**
     * Folds an event into the state.
     *
     * @param state the state before; a mutable one may be changed in place
     * @param event one of {@link #events()}
     * @return the state after
     */
    A apply(A state, RecordedEvent event);

    /**
     * What reads and writes its commands and events without reflection.
     *
     * @return none for those that only the general codec covers
     */
    default List<PayloadCodec> codecs() {
        return List.of();
    }

    /**
     * What to throw for a command that this definition does not know, which the run time never passes.
     *
     * @param command the command
     * @return the exception
     */
    default IllegalStateException unknown(ReceivedCommand command) {
        return new IllegalStateException(
                "generated code is out of step, recompile: aggregate=" + name() + ", command=" + command.command());
    }

    /**
     * What to throw for an event that this definition does not know, which the run time never passes.
     *
     * @param event the event
     * @return the exception
     */
    default IllegalStateException unknown(RecordedEvent event) {
        return new IllegalStateException(
                "generated code is out of step, recompile: aggregate=" + name() + ", event=" + event.event());
    }
}
