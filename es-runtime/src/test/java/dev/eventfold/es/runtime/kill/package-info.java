/** Parcels on their way through three aggregates and two process managers, in a process that is killed over and over. */
@NullMarked
package dev.eventfold.es.runtime.kill;

import org.jspecify.annotations.NullMarked;
