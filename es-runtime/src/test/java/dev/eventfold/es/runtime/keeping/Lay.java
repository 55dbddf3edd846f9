package dev.eventfold.es.runtime.keeping;

import dev.eventfold.es.CommandFor;

/** Lays a sheet on the pile. */
@CommandFor("pile")
public record Lay(String sheet) {}
