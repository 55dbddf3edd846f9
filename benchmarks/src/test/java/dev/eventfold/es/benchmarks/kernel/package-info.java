/** The kernel benchmarks compare like with like. */
@NullMarked
package dev.eventfold.es.benchmarks.kernel;

import org.jspecify.annotations.NullMarked;
