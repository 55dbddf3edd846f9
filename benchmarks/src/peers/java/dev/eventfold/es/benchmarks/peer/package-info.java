/**
 * The jobs that every peer does in the same way, each beside ours in the same round: commands that are durable when they return, and a long
 * history folded. Compiled and run only with {@code -Ppeers}.
 */
@NullMarked
package dev.eventfold.es.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
