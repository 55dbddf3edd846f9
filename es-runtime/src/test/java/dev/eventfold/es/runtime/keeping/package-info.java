/** What the tests of snapshots run: aggregates whose states are read back as they were, and some whose are not. */
@NullMarked
package dev.eventfold.es.runtime.keeping;

import org.jspecify.annotations.NullMarked;
