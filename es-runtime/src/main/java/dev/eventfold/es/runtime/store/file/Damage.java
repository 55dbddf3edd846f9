package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.StoreDamaged;
import dev.eventfold.es.runtime.VerifyReport;

/** A place in the log that is not as it was written. */
record Damage(String file, long offset, String expected) implements VerifyReport.Damage {
    /** What is thrown at whoever opens the log. */
    StoreDamaged refusal(Disk disk) {
        return new StoreDamaged(
                "the log is damaged: directory=" + disk.directory() + ", file=" + file + ", offset=" + offset + ", "
                        + expected + "; restore a backup, or let AggregateStore.repair cut the log off there",
                null);
    }
}
