/** What the run time costs, in counts that are the same on every machine: a change that makes a thing dearer fails here. */
@NullMarked
package dev.eventfold.es.benchmarks.costs;

import org.jspecify.annotations.NullMarked;
