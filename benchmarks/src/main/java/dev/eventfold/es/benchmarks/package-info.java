/** The benchmarks: one command runs whole jobs beside raw baselines and writes what it measured. Not published. */
@NullMarked
package dev.eventfold.es.benchmarks;

import org.jspecify.annotations.NullMarked;
