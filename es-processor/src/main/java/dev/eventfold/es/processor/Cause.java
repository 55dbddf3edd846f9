package dev.eventfold.es.processor;

import java.util.List;
import java.util.Optional;

/**
 * What several messages may follow from, so that it is said once.
 *
 * @param key the same for all of them
 * @param use what makes one of them a message about a class that does not say what it is
 */
record Cause(Object key, Optional<Use> use) {
    /** A cause that the first message names well enough. */
    static Cause of(Object... key) {
        return new Cause(List.of(key), Optional.empty());
    }

    /**
     * A class that is used as a command or event and not marked.
     *
     * @param type the class that is named
     * @param family the outermost sealed interface that it belongs to; itself when there is none
     * @param kind what it is used as
     * @param aggregate the stored name of the aggregate that uses it, where an aggregate does
     * @param by what uses it
     */
    record Use(ClassRef type, ClassRef family, Kind kind, Optional<String> aggregate, String by) {}
}
