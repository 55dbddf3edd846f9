package dev.eventfold.es;

/** Where a consumer that is new to a store begins to read. */
public enum StartFrom {
    /** Not said: from the beginning in a store that holds none of the events it subscribes to; else opening the store fails. */
    UNSTATED,
    /** With the first event of the store. */
    BEGINNING,
    /** With the first event after those that the store holds when it is opened. */
    NOW
}
