/** States of aggregates that are kept beside the log, so that a long history need not be folded again. Not exported. */
@NullMarked
package dev.eventfold.es.runtime.snapshot;

import org.jspecify.annotations.NullMarked;
