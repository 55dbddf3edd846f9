package dev.eventfold.es.spi;

import java.util.List;

/** What one module of a program brings. Generated once for each module and found through {@link java.util.ServiceLoader}. */
public interface GeneratedModule {
    /**
     * The module's aggregates.
     *
     * @return ordered by stored name
     */
    List<AggregateDefinition<?>> aggregates();

    /**
     * The module's process managers.
     *
     * @return ordered by stored name
     */
    List<ProcessManagerDefinition<?>> processManagers();

    /**
     * The module's projections.
     *
     * @return ordered by stored name
     */
    default List<ProjectionDefinition<?>> projections() {
        return List.of();
    }

    /**
     * The module's subscribers.
     *
     * @return ordered by stored name
     */
    default List<SubscriberDefinition<?>> subscribers() {
        return List.of();
    }
}
