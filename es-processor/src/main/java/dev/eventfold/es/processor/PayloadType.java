package dev.eventfold.es.processor;

import java.util.List;

/** What a parameter or result names: one command or event, or a sealed family of them. */
sealed interface PayloadType extends Declared permits Payload, Family {
    Kind kind();

    /** The stored name of the aggregate that it belongs to. */
    String aggregate();

    /** The type of the instance id that a command is sent to; String for events. */
    TextForm id();

    /** The classes that can be stored, ordered by name. */
    List<Payload> members();

    /** Where it says what it is. */
    SourceSpot spot();

    /** What says its aggregate, nearest first: of these the first is heard. */
    List<Statement> statements();

    /** Whether generated code can name it. */
    boolean sound();
}
