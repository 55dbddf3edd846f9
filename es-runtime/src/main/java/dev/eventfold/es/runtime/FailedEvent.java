package dev.eventfold.es.runtime;

/** An event that a process manager could not react to. Made by the run time; not for users to implement. */
public non-sealed interface FailedEvent extends DeadLetter {}
