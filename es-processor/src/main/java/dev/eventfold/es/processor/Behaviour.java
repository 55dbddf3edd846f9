package dev.eventfold.es.processor;

/** What a process manager does on one occasion: an event, a rejection, a timeout. */
interface Behaviour {
    /** The method that is called. */
    UserMethod method();

    /** Whether it begins an instance. */
    boolean starts();

    /** Whether it ends the instance. */
    boolean ends();

    /** Whether its result may hold the end. */
    boolean mayEnd();

    /** The commands that it may send. */
    Sends sends();
}
