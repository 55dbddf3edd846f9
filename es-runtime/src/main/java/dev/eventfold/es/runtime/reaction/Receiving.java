package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.Effect;
import dev.eventfold.es.OnFailure;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.StartFrom;
import dev.eventfold.es.runtime.execution.UserCode;
import dev.eventfold.es.spi.EventType;
import dev.eventfold.es.spi.Keys;
import dev.eventfold.es.spi.PayloadCodec;
import dev.eventfold.es.spi.ProcessManagerDefinition;
import dev.eventfold.es.spi.SubscriberDefinition;
import dev.eventfold.es.spi.Subscription;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A subscriber as what moves process managers sees it: one without keys and without a state, whose sequences are the source streams. It has effects
 * that no commit takes back, so whoever moves it gives it one event at a time, which is durable, and writes that it has received it.
 *
 * @param definition the generated definition
 * @param subscriber the user's object; null when nobody is subscribed
 * @param <S> its class
 */
record Receiving<S>(
        SubscriberDefinition<S> definition, @Nullable S subscriber)
        implements ProcessManagerDefinition<Map<String, Object>> {
    @Override
    public String name() {
        return definition.name();
    }

    /** Of the state, which is none. */
    @Override
    @SuppressWarnings("unchecked") // maps of any kind have one class
    public Class<Map<String, Object>> type() {
        return (Class<Map<String, Object>>) (Class<?>) Map.class;
    }

    @Override
    public boolean keyed() {
        return false;
    }

    @Override
    public OnFailure onFailure() {
        return OnFailure.PARK;
    }

    @Override
    public StartFrom startFrom() {
        return definition.startFrom();
    }

    @Override
    public boolean strict() {
        return false;
    }

    @Override
    public List<EventType<?>> evolvedEvents() {
        return definition.evolvedEvents();
    }

    @Override
    public List<PayloadCodec> codecs() {
        return definition.codecs();
    }

    @Override
    public List<Subscription> subscriptions() {
        return definition.subscriptions();
    }

    @Override
    public Map<String, Object> initial() {
        return Map.of();
    }

    @Override
    public List<String> keys(RecordedEvent event) {
        return Keys.one("");
    }

    @Override
    public List<Effect> react(Map<String, Object> state, RecordedEvent event) {
        S receiver = Objects.requireNonNull(subscriber, "subscriber");
        List<Effect> effects = UserCode.receive(() -> definition.receive(receiver, event));
        effects.forEach(this::requireCommand);
        return effects;
    }

    private void requireCommand(Effect effect) {
        if (!(effect instanceof CommandEnvelope command) || command.delay().isPresent()) {
            throw new IllegalStateException("a subscriber asks for commands only, to be executed at once: subscriber="
                    + name() + ", effect=" + effect);
        }
    }
}
