/** What the tests of older names and shapes run: an article that was renamed and reshaped twice, and a process manager that was once. */
@NullMarked
package dev.eventfold.es.runtime.evolved;

import org.jspecify.annotations.NullMarked;
