/**
 * The schema lock: what a module stores, as a text that is checked in, and what a changed program means for what is stored.
 *
 * <p>Knows nothing of compilers. The processor gives it the {@linkplain dev.eventfold.es.processor.schema.Schema schema} of a program, and
 * gets back the {@linkplain dev.eventfold.es.processor.schema.SchemaComparison changes}. Public for the processor's sake, no promise.
 */
@NullMarked
package dev.eventfold.es.processor.schema;

import org.jspecify.annotations.NullMarked;
