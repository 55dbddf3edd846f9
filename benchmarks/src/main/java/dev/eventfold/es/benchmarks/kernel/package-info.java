/** Generated code beside hand-written code that does the same, by JMH. */
@NullMarked
package dev.eventfold.es.benchmarks.kernel;

import org.jspecify.annotations.NullMarked;
