/** What programs call: the store, its results and reports, dead letters. Everything here is safe for use by any number of threads. */
@NullMarked
package dev.eventfold.es.runtime;

import org.jspecify.annotations.NullMarked;
