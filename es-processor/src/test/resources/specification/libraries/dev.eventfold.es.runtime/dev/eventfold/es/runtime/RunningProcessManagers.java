package dev.eventfold.es.runtime;

public interface RunningProcessManagers extends AutoCloseable {
    @Override
    void close();
}
