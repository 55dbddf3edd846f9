package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.runtime.ProcessManagerReport;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Counts of one pass. */
record Report(Counts counts, Map<String, ProcessManagerReport> byName) implements ProcessManagerReport {
    static Report of(Map<String, Counts> counts) {
        Counts all = Counts.NONE;
        Map<String, ProcessManagerReport> byName = new TreeMap<>();
        for (Map.Entry<String, Counts> entry : counts.entrySet()) {
            all = all.plus(entry.getValue());
            byName.put(entry.getKey(), new Report(entry.getValue(), Map.of()));
        }
        return new Report(all, Collections.unmodifiableMap(byName));
    }

    @Override
    public long dispatched() {
        return counts.dispatched();
    }

    @Override
    public long unchanged() {
        return counts.unchanged();
    }

    @Override
    public long deadLettered() {
        return counts.deadLettered();
    }

    @Override
    public long rejected() {
        return counts.rejected();
    }

    @Override
    public long parked() {
        return counts.parked();
    }

    @Override
    public long ignored() {
        return counts.ignored();
    }

    @Override
    public long timedOut() {
        return counts.timedOut();
    }

    @Override
    public String toString() {
        return "dispatched=" + dispatched() + " unchanged=" + unchanged() + " deadLettered=" + deadLettered()
                + " rejected=" + rejected() + " parked=" + parked() + " ignored=" + ignored() + " timedOut="
                + timedOut();
    }
}
