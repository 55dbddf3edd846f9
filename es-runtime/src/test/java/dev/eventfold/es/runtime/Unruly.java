package dev.eventfold.es.runtime;

import dev.eventfold.es.Effect;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.StartFrom;
import dev.eventfold.es.spi.AggregateDefinition;
import dev.eventfold.es.spi.GeneratedModule;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import dev.eventfold.es.spi.SubscriberDefinition;
import dev.eventfold.es.spi.Subscription;
import java.util.List;

/** A subscriber that asks for what none may ask for, and that no generated code is. */
record Unruly(Effect effect) implements SubscriberDefinition<String> {
    @Override
    public String name() {
        return "unruly";
    }

    @Override
    public Class<String> type() {
        return String.class;
    }

    @Override
    public StartFrom startFrom() {
        return StartFrom.BEGINNING;
    }

    @Override
    public List<Subscription> subscriptions() {
        return List.of(new Subscription("machine", "Worked", false, false));
    }

    @Override
    public List<Effect> receive(String subscriber, RecordedEvent event) {
        return List.of(effect);
    }

    /** The test domain with it. */
    GeneratedModule program() {
        return new Program(Scene.module().aggregates(), List.of(this));
    }

    private record Program(List<AggregateDefinition<?>> aggregates, List<SubscriberDefinition<?>> subscribers)
            implements GeneratedModule {
        @Override
        public List<ProcessManagerDefinition<?>> processManagers() {
            return List.of();
        }
    }
}
