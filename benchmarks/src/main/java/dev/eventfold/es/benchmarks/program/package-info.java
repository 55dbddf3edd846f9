/** What the jobs run: a source, a target, and process managers between them. */
@EventSourced
@NullMarked
package dev.eventfold.es.benchmarks.program;

import dev.eventfold.es.EventSourced;
import org.jspecify.annotations.NullMarked;
