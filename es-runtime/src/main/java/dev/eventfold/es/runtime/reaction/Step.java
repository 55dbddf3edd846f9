package dev.eventfold.es.runtime.reaction;

/**
 * What a commit did for one event.
 *
 * @param position the position of the event
 * @param counts what was done
 * @param from the position after which what it caused was written
 * @param to the last position that it wrote; equal to {@code from} when it wrote nothing
 */
record Step(long position, Counts counts, long from, long to) {}
