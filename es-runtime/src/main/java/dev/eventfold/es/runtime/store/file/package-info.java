/**
 * The store on a directory: a log of JSON Lines, and caches of what it says.
 *
 * <p>Commits go {@code FileEventStore → LogEncoder → LogWriter → Disk}; what is read comes {@code LogIndex → LogReader → Disk}; opening goes
 * {@code LogScan → LogIndex}, and {@code Recovery} when the end of the log is torn.
 */
@NullMarked
package dev.eventfold.es.runtime.store.file;

import org.jspecify.annotations.NullMarked;
