package dev.eventfold.es.processor;

import java.util.Set;

/**
 * What is known of a class whatever it is for.
 *
 * @param type its names
 * @param visibility from where it can be named
 * @param lint the warnings that naming it gives, and using those of its members that generated code uses whenever it names it
 * @param silenced the warnings of ours that it does not want
 * @param compiledHere whether its source is part of this compilation
 */
record Declaration(ClassRef type, Visibility visibility, Set<String> lint, Set<String> silenced, boolean compiledHere) {
    Declaration {
        lint = Set.copyOf(lint);
        silenced = Set.copyOf(silenced);
    }
}
