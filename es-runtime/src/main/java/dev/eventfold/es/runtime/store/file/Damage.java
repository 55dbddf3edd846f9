package dev.eventfold.es.runtime.store.file;

import dev.eventfold.es.runtime.VerifyReport;

/** A place in the log that is not as it was written. */
record Damage(String file, long offset, String expected) implements VerifyReport.Damage {}
