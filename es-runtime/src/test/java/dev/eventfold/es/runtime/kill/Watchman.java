package dev.eventfold.es.runtime.kill;

import dev.eventfold.es.EsException;
import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.runtime.AggregateStore;
import dev.eventfold.es.runtime.DeadLetter;
import dev.eventfold.es.runtime.DeadLetters;
import dev.eventfold.es.runtime.FailedCommand;
import dev.eventfold.es.runtime.domain.Commands;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Somebody who works off dead letters, looks at the projection, and rebuilds it or a process manager, while the program runs. */
final class Watchman {
    /** All that is noted in one watch, but not in this order. */
    static final List<String> NOTES =
            List.of("answer", "delayed", "round", "waits", "fails", "is ready", "comes last", "announced");

    private static final List<String> REBUILT =
            List.of("guard", "guard", "guard", "guard", "guard", "courier", "deliveries", "deliveries");
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    private final AggregateStore store;
    private final Random random = new Random();

    private volatile boolean working = true;

    Watchman(AggregateStore store) {
        this.store = store;
    }

    /** Opens one, under command ids. */
    void watch(String name) {
        store.execute(Commands.to(name, new WatchCommand.Open()).withCommandId("open"));
        store.execute(Commands.to(name, new WatchCommand.GetReady()).withCommandId("ready"));
    }

    /** Works until it is stopped, or killed. */
    void work() {
        store.rebuild(REBUILT.get(random.nextInt(REBUILT.size())));
        while (working) {
            workOff();
            look();
            LockSupport.parkNanos(PAUSE);
        }
    }

    void stop() {
        working = false;
    }

    /** No lane has booked more than it has delivered, whenever one looks. */
    private void look() {
        store.projection(Deliveries.class, Parcels.lane(random.nextInt(Parcels.LANES)))
                .filter(deliveries -> deliveries.booked() > deliveries.delivered())
                .ifPresent(wrong -> {
                    throw new IllegalStateException("booked before it was delivered: " + wrong);
                });
    }

    private void workOff() {
        DeadLetters letters = store.deadLetters("guard");
        for (DeadLetter letter : letters.list()) {
            try {
                workOff(letters, (FailedCommand) letter);
            } catch (EsException e) {
                if (!e.getMessage().contains("is not pending any more")) {
                    throw e;
                }
            }
        }
    }

    private void workOff(DeadLetters letters, FailedCommand letter) {
        if (letter.command().payload().toString().contains("hopeless")) {
            letters.evict(letter.id(), "hopeless");
        } else {
            store.execute(Commands.to(letter.key(), new WatchCommand.Mend()).withCommandId("mend"));
            letters.retry(letter.id());
        }
    }

    /** Waits for what is due and is put off; not for ever, so that the check says what is missing. */
    void awaitQuiet() {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        try (Stream<String> watches = store.streams("watch")) {
            for (String watch : watches.toList()) {
                while (notes(store, watch).size() < NOTES.size() && System.nanoTime() < until) {
                    LockSupport.parkNanos(PAUSE);
                }
            }
        }
    }

    /** What was noted, in order. */
    static List<String> notes(AggregateStore store, String watch) {
        try (Stream<RecordedEvent> events = store.events("watch", watch)) {
            return events.filter(event -> event.event().equals("Noted"))
                    .map(event -> event.as(WatchEvent.Noted.class).text())
                    .toList();
        }
    }
}
