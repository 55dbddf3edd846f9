/** The checks that every store passes, written against the boundary alone: extend {@link EventStoreConformance} for a store of your own. */
@NullMarked
package dev.eventfold.es.runtime.store.conformance;

import org.jspecify.annotations.NullMarked;
