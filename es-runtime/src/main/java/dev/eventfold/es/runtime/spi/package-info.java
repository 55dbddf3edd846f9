/** What generated {@code ProcessManagers} classes call. It carries no promise to people. */
@NullMarked
package dev.eventfold.es.runtime.spi;

import org.jspecify.annotations.NullMarked;
