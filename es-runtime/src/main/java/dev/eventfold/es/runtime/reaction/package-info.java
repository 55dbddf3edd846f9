/**
 * Process managers: reading the log in batches, reacting, and committing what came of it together with the position. Passes, live loops,
 * failures and dead letters. Not exported.
 */
@NullMarked
package dev.eventfold.es.runtime.reaction;

import org.jspecify.annotations.NullMarked;
