package dev.eventfold.es.runtime;

/** When a caller hears of success. */
public enum Durability {
    /** When the disk has it: fsynced, directories too. The default, and never left by accident. */
    FSYNC,
    /** When the operating system has it: survives the end of the process, not the loss of power. For tests and bulk imports. */
    OS
}
