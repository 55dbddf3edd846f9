/** The text of the schema lock, without a compiler. */
@NullMarked
package dev.eventfold.es.processor.schema;

import org.jspecify.annotations.NullMarked;
