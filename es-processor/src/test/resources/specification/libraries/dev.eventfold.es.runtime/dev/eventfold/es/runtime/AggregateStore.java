package dev.eventfold.es.runtime;

public interface AggregateStore extends AutoCloseable {
    @Override
    void close();
}
