package dev.eventfold.es.processor.schema;

/**
 * A change that leaves all that is stored readable, but is not in the schema lock.
 *
 * @param entry what is new, changed or gone
 * @param what in words, behind its name
 */
public record Addition(SchemaEntry entry, String what) {}
