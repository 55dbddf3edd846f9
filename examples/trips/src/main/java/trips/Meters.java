package trips;

import dev.eventfold.es.runtime.StoreListener;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what the store does, as a binding to a metrics library would. */
final class Meters implements StoreListener {
    private final Map<String, LongAdder> counters = new ConcurrentHashMap<>();

    @Override
    public void commandExecuted(CommandExecuted command) {
        count("commands{command=" + command.command() + ",outcome=" + command.outcome() + "}", 1);
    }

    @Override
    public void reacted(Reacted reactions) {
        count("dispatched{processManager=" + reactions.processManager() + "}", reactions.dispatched());
    }

    @Override
    public void deadLettered(DeadLettered letter) {
        count("dead-letters{consumer=" + letter.consumer() + ",cause=" + letter.cause() + "}", 1);
    }

    private void count(String name, long more) {
        counters.computeIfAbsent(name, unseen -> new LongAdder()).add(more);
    }

    /** What was counted until now, by name. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        counters.forEach((name, count) -> counts.put(name, count.sum()));
        return counts;
    }
}
