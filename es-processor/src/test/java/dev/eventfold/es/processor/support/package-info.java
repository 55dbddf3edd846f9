/** What programs in fixtures call, as the run time would. */
@NullMarked
package dev.eventfold.es.processor.support;

import org.jspecify.annotations.NullMarked;
