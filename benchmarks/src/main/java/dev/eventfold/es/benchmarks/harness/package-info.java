/** Runs jobs: each in a JVM of its own, in rounds, each round guarded by probes; and writes the report. */
@NullMarked
package dev.eventfold.es.benchmarks.harness;

import org.jspecify.annotations.NullMarked;
