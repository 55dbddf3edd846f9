package dev.eventfold.es.runtime;

import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.spi.PayloadCodec;
import dev.eventfold.es.spi.ProjectionDefinition;
import dev.eventfold.es.spi.Subscription;
import java.util.List;

/** A projection whose version another program has raised. */
record OtherVersion<P>(ProjectionDefinition<P> real, int version) implements ProjectionDefinition<P> {
    static <P> ProjectionDefinition<P> of(ProjectionDefinition<P> real, int version) {
        return real.version() == version ? real : new OtherVersion<>(real, version);
    }

    @Override
    public String name() {
        return real.name();
    }

    @Override
    public Class<P> type() {
        return real.type();
    }

    @Override
    public String wiring() {
        return real.wiring();
    }

    @Override
    public boolean keyed() {
        return real.keyed();
    }

    @Override
    public List<Subscription> subscriptions() {
        return real.subscriptions();
    }

    @Override
    public P initial() {
        return real.initial();
    }

    @Override
    public List<String> keys(RecordedEvent event) {
        return real.keys(event);
    }

    @Override
    public P project(P state, RecordedEvent event) {
        return real.project(state, event);
    }

    @Override
    public List<PayloadCodec> codecs() {
        return real.codecs();
    }
}
