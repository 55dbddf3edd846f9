package dev.eventfold.es.processor;

import java.util.List;
import java.util.Set;

/** What a parameter or result names: one command or event, or a sealed family of them. */
sealed interface PayloadType permits Payload, Family {
    Kind kind();

    ClassRef type();

    /** The stored name of the aggregate that it belongs to. */
    String aggregate();

    /** The type of the instance id that a command is sent to; String for events. */
    TextForm id();

    /** From where it can be named. */
    Visibility visibility();

    /** The warnings that naming it gives. */
    Set<String> lint();

    boolean compiledHere();

    SourceSpot spot();

    /** The classes that can be stored, ordered by name. */
    List<Payload> members();
}
