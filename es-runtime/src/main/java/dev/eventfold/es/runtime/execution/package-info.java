/** Deciding commands: one after another, on the decided state, each with its events in one commit. Not exported. */
@NullMarked
package dev.eventfold.es.runtime.execution;

import org.jspecify.annotations.NullMarked;
