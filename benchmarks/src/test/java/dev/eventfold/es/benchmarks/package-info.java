/** The harness, tried on a small scale. */
@NullMarked
package dev.eventfold.es.benchmarks;

import org.jspecify.annotations.NullMarked;
