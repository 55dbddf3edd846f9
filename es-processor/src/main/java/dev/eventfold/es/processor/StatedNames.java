package dev.eventfold.es.processor;

/**
 * What the attributes of a reaction say beside its parameter. It is checked once the whole module is in sight.
 *
 * @param spot the annotation
 * @param method the method's name
 * @param aggregate the attribute; empty when it is left out
 * @param event the attribute; empty when it is left out
 * @param parameter what the parameter says
 */
record StatedNames(SourceSpot spot, String method, String aggregate, String event, PayloadType parameter) {}
