/** What stands behind {@link dev.eventfold.es.runtime.AggregateStore}: opening, putting the parts together, closing. Not exported. */
@NullMarked
package dev.eventfold.es.runtime.engine;

import org.jspecify.annotations.NullMarked;
