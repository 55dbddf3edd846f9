/** The raw benchmarks compare like with like. */
@NullMarked
package dev.eventfold.es.benchmarks.raw;

import org.jspecify.annotations.NullMarked;
