/** The parts of the harness. */
@NullMarked
package dev.eventfold.es.benchmarks.harness;

import org.jspecify.annotations.NullMarked;
