/** What the annotation processor adds to the time of javac, on a large generated program. */
@NullMarked
package dev.eventfold.es.benchmarks.compile;

import org.jspecify.annotations.NullMarked;
