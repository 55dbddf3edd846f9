package dev.eventfold.es.runtime;

import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.runtime.keeping.Diary;
import dev.eventfold.es.spi.AggregateDefinition;
import dev.eventfold.es.spi.CommandType;
import dev.eventfold.es.spi.EventType;
import dev.eventfold.es.spi.PayloadCodec;
import dev.eventfold.es.spi.ReceivedCommand;
import java.util.List;
import java.util.Locale;

/** A diary with other code, and the same shape of its state. */
record Shouting(AggregateDefinition<Diary> real) implements AggregateDefinition<Diary> {
    /** The diary so; any other as it is. */
    @SuppressWarnings("unchecked") // it is the one of that class
    static AggregateDefinition<?> of(AggregateDefinition<?> definition) {
        return definition.type() == Diary.class ? new Shouting((AggregateDefinition<Diary>) definition) : definition;
    }

    @Override
    public String name() {
        return real.name();
    }

    @Override
    public Class<Diary> type() {
        return real.type();
    }

    @Override
    public List<CommandType<?>> commands() {
        return real.commands();
    }

    @Override
    public List<EventType<?>> events() {
        return real.events();
    }

    @Override
    public Diary initial() {
        return real.initial();
    }

    @Override
    public List<Object> handle(Diary state, ReceivedCommand command) {
        return real.handle(state, command);
    }

    @Override
    public Diary apply(Diary state, RecordedEvent event) {
        Diary after = real.apply(state, event);
        int last = after.lines().size() - 1;
        String text = after.lines().get(last).text().toUpperCase(Locale.ROOT);
        after.lines().set(last, new Diary.Line(text, event.version(), event.position()));
        return after;
    }

    @Override
    public List<PayloadCodec> codecs() {
        return real.codecs();
    }
}
