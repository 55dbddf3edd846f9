/** What the engine's tests run: a source of events, process managers of every kind, and machines that do what they are told, or fail. */
@EventSourced
@NullMarked
package dev.eventfold.es.runtime.domain;

import dev.eventfold.es.EventSourced;
import org.jspecify.annotations.NullMarked;
