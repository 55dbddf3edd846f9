/**
 * A table of events in SQLite, written by hand: what a team has that uses no framework, and the floor of whatever is built on SQLite. Compiled
 * and run only with {@code -Ppeers}.
 */
@NullMarked
package dev.eventfold.es.benchmarks.sqlite;

import org.jspecify.annotations.NullMarked;
