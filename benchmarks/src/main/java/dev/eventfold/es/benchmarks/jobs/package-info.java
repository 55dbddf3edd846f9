/** The jobs: each a small class that says what it measures and against what. */
@NullMarked
package dev.eventfold.es.benchmarks.jobs;

import org.jspecify.annotations.NullMarked;
