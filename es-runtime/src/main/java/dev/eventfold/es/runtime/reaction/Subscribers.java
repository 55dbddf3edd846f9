package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.EsException;
import dev.eventfold.es.runtime.StoreClosed;
import dev.eventfold.es.runtime.StoreFailed;
import dev.eventfold.es.runtime.Subscription;
import dev.eventfold.es.runtime.execution.UserCode;
import dev.eventfold.es.runtime.program.Program;
import dev.eventfold.es.spi.SubscriberDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The subscribers of one store, at most one of each at a time. Safe for use by any number of threads. */
final class Subscribers {
    private final LogHost host;
    private final Registrations registrations;
    private final Map<String, SubscriberDefinition<?>> known = new TreeMap<>();
    private final Map<String, RunningSubscriber> running = new TreeMap<>();

    /** Where nobody moves them: a log that takes no more commits does not tell. */
    private final Map<String, Long> positions = new TreeMap<>();

    /** Nobody asks what they do but whoever waits for one of them. */
    private final Passes passes = new Passes();

    private boolean closed;

    Subscribers(LogHost host, Program program, Registrations registrations) {
        this.host = host;
        this.registrations = registrations;
        for (SubscriberDefinition<?> definition : program.subscribers()) {
            known.put(definition.name(), definition);
            positions.put(definition.name(), progress(definition).position());
        }
    }

    private Progress progress(SubscriberDefinition<?> definition) {
        String name = definition.name();
        return new Progress(host.store(), name, registrations.of(name).startsAfter(), false);
    }

    /** What is registered of those that a program has. */
    static List<Receiving<?>> of(Program program) {
        List<Receiving<?>> all = new ArrayList<>();
        program.subscribers().forEach(definition -> all.add(new Receiving<>(definition, null)));
        return all;
    }

    /** What they are called. */
    Set<String> names() {
        return known.keySet();
    }

    synchronized Subscription subscribe(Object subscriber) {
        return begin(subscriber, true);
    }

    /** Subscribes one that somebody moves himself. */
    synchronized ManagerRunner<?> byHand(Object subscriber) {
        return begin(subscriber, false).runner();
    }

    private RunningSubscriber begin(Object subscriber, boolean live) {
        UserCode.refuse("subscribe");
        if (closed) {
            throw new StoreClosed("the store was closed", null);
        }
        SubscriberDefinition<?> definition = definition(subscriber);
        if (running.containsKey(definition.name())) {
            throw new EsException("somebody is subscribed already: subscriber=" + definition.name()
                    + "; close that subscription first");
        }
        ManagerRunner<?> runner = runner(definition, subscriber);
        RunningSubscriber begun = live
                ? RunningSubscriber.live(host, passes.flows(), runner, this::ended)
                : RunningSubscriber.byHand(host, runner, this::ended);
        running.put(definition.name(), begun);
        return begun;
    }

    private SubscriberDefinition<?> definition(Object subscriber) {
        for (SubscriberDefinition<?> definition : known.values()) {
            if (definition.type().isInstance(subscriber)) {
                return definition;
            }
        }
        List<String> classes = known.values().stream()
                .map(definition -> definition.type().getName())
                .toList();
        throw new IllegalArgumentException(
                "the class is no subscriber: class=" + subscriber.getClass().getName() + ", known: " + classes
                        + "; is it annotated with @Subscriber, and was it compiled with the annotation processor?");
    }

    private <S> ManagerRunner<?> runner(SubscriberDefinition<S> definition, Object subscriber) {
        Receiving<S> receiving = new Receiving<>(definition, definition.type().cast(subscriber));
        return new ManagerRunner<>(ManagerParts.of(host, receiving), progress(definition), passes);
    }

    private synchronized void ended(RunningSubscriber subscription) {
        if (running.remove(subscription.runner().name(), subscription)) {
            positions.put(subscription.runner().name(), subscription.runner().position());
        }
    }

    /** Whether the program has one of a name. */
    boolean knows(String name) {
        return known.containsKey(name);
    }

    /** Works off what failed in one, while somebody is subscribed: only he can receive it again. */
    synchronized WorkingOff workingOff(String name) {
        RunningSubscriber subscription = running.get(name);
        return subscription == null
                ? new WorkingOffRefused(call -> unsubscribed(name, call))
                : subscription.runner().retrying();
    }

    private static EsException unsubscribed(String name, String call) {
        return new EsException("nobody is subscribed who could receive it again: subscriber=" + name + ", asked=" + call
                + "; call store.subscribe first");
    }

    /** Those that somebody is subscribed with. */
    synchronized List<ManagerRunner<?>> runners() {
        List<ManagerRunner<?>> runners = new ArrayList<>();
        running.values().forEach(subscription -> runners.add(subscription.runner()));
        return runners;
    }

    /** Those that nobody is subscribed with, and where they were left, or are to begin. */
    synchronized Map<String, Long> idle() {
        Map<String, Long> idle = new TreeMap<>(positions);
        idle.keySet().removeAll(running.keySet());
        return idle;
    }

    /** Ends all of them, and says whose position could not be written. */
    @Nullable
    StoreFailed close() {
        StoreFailed failure = null;
        for (RunningSubscriber subscription : stop()) {
            try {
                subscription.close();
            } catch (StoreFailed e) {
                failure = e;
            }
        }
        return failure;
    }

    private synchronized List<RunningSubscriber> stop() {
        closed = true;
        running.values().forEach(RunningSubscriber::stop);
        return List.copyOf(running.values());
    }
}
