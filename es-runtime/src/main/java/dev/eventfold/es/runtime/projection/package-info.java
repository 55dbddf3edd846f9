/** Projections: states folded from the log, kept beside it and made again from it. Not exported. */
@NullMarked
package dev.eventfold.es.runtime.projection;

import org.jspecify.annotations.NullMarked;
