package dev.eventfold.es.processor;

/**
 * What a method of an aggregate takes or returns, which is to belong to the same aggregate.
 *
 * @param spot the annotation of the method
 * @param method the method's name
 * @param verb {@code takes} or {@code returns}
 * @param payload the command, event or family
 */
record PayloadUse(SourceSpot spot, String method, String verb, PayloadType payload) {}
