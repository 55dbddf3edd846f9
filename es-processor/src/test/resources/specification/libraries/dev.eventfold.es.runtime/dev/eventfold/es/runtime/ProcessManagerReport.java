package dev.eventfold.es.runtime;

public interface ProcessManagerReport {
    long dispatched();
}
