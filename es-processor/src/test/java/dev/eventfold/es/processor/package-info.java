/** Proves the processor by what it makes of sources: each fixture says in its comments what is to come of it. */
@NullMarked
package dev.eventfold.es.processor;

import org.jspecify.annotations.NullMarked;
