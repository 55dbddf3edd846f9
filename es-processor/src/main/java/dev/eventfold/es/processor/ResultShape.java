package dev.eventfold.es.processor;

/** The shapes that the result of a handler or reaction may have. */
enum ResultShape {
    NOTHING,
    ONE,
    OPTIONAL,
    LIST,
    STREAM
}
