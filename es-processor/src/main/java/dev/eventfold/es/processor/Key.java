package dev.eventfold.es.processor;

/** Where the key of a process instance comes from. */
sealed interface Key {
    /** There is one instance. */
    record None() implements Key {}

    /** The instance id of the event's stream. */
    record InstanceId() implements Key {}

    /**
     * An accessor of the event.
     *
     * @param accessor a method without arguments
     * @param form how its value, or an element of it, becomes text
     * @param each whether its value is a collection
     */
    record Component(String accessor, TextForm form, boolean each) implements Key {}

    /**
     * A member of the raw event's JSON.
     *
     * @param name its name
     */
    record JsonMember(String name) implements Key {}
}
