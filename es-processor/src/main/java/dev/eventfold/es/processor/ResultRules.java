package dev.eventfold.es.processor;

import javax.lang.model.element.ExecutableElement;

/** What the methods of one kind of consumer return. */
interface ResultRules {
    /**
     * What a method returns.
     *
     * @param shape how much of it
     * @param mayEnd whether the end of an instance may be part of it
     * @param accepted whether it is what it may be
     */
    record Outcome(ResultShape shape, boolean mayEnd, boolean accepted) {}

    Outcome read(ExecutableElement method);

    /** Says when a method returns something else. */
    void check(ExecutableElement method, SourceSpot spot, Outcome outcome);

    /** The commands that it may send. */
    Sends sends(ExecutableElement method, Annotations values, SourceSpot spot);
}
