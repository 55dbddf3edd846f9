package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.store.StoredEvent;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** The flows that somebody waits for, by correlation id. Nothing is kept of others. Safe for use by any number of threads. */
final class Flows {
    private final ConcurrentHashMap<String, Set<Flow>> awaited = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();

    void begin(String correlationId, Flow flow) {
        awaited.compute(correlationId, (id, flows) -> {
            Set<Flow> more = flows == null ? ConcurrentHashMap.newKeySet() : flows;
            more.add(flow);
            return more;
        });
    }

    void end(String correlationId, Flow flow) {
        awaited.computeIfPresent(correlationId, (id, flows) -> {
            flows.remove(flow);
            return flows.isEmpty() ? null : flows;
        });
    }

    /** Takes note of what was committed just now. In turn, and before the process manager that wrote it moves. */
    void written(List<StoredEvent> events) {
        if (awaited.isEmpty()) {
            return;
        }
        for (StoredEvent event : events) {
            Set<Flow> flows = awaited.get(event.event().origin().correlationId());
            if (flows != null) {
                flows.forEach(flow -> flow.add(event));
            }
        }
    }

    /** A process manager has moved, or stopped. */
    void moved() {
        if (awaited.isEmpty()) {
            return;
        }
        lock.lock();
        try {
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until something holds, which is asked again after each move; false when a time has come before. */
    boolean await(BooleanSupplier condition, long deadline) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!condition.getAsBoolean()) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                moved.await(left, TimeUnit.NANOSECONDS);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** How many are waited for. */
    int size() {
        return awaited.size();
    }
}
