package dev.eventfold.es.runtime.domain;

import dev.eventfold.es.CommandFor;

/** What to do, and how: the task's first word decides. */
@CommandFor("machine")
public record Work(String task) {}
