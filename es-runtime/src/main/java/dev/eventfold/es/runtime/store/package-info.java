/**
 * The boundary between the engine and whatever keeps the log: {@link dev.eventfold.es.runtime.store.EventStore}, what is committed through it
 * and what is read back. For those who write a store; users of the library never name it.
 */
@NullMarked
package dev.eventfold.es.runtime.store;

import org.jspecify.annotations.NullMarked;
