/**
 * The jobs of this module that Axon Framework 4 can do as well, embedded and on a durable store, each beside ours in the same round. Compiled
 * and run only with {@code -Ppeers}.
 */
@NullMarked
package dev.eventfold.es.benchmarks.axon;

import org.jspecify.annotations.NullMarked;
