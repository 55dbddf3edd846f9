package dev.eventfold.es.processor;

/**
 * A command that an annotation says is sent.
 *
 * @param command the command, or the family that stands for each of its members
 * @param spot where it is named
 */
record Sent(PayloadType command, SourceSpot spot) {}
