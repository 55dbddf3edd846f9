package dev.eventfold.es.processor;

import java.util.Set;

/** Where the key of a process instance comes from. */
sealed interface Key {
    /** The warnings that taking it from an event gives. */
    default Set<String> lint() {
        return Set.of();
    }

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
     * @param lint the warnings that calling it and making text of its value gives
     */
    record Component(String accessor, TextForm form, boolean each, Set<String> lint) implements Key {
        public Component {
            lint = Set.copyOf(lint);
        }
    }

    /**
     * A member of the raw event's JSON.
     *
     * @param name its name
     */
    record JsonMember(String name) implements Key {}
}
