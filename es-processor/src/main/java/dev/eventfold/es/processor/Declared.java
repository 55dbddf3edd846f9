package dev.eventfold.es.processor;

import java.util.Set;

/** Whatever comes from one class. */
interface Declared {
    Declaration declaration();

    default ClassRef type() {
        return declaration().type();
    }

    default Set<String> lint() {
        return declaration().lint();
    }

    default boolean compiledHere() {
        return declaration().compiledHere();
    }

    /** Whether generated code in that package can name the class. */
    default boolean reaches(String packageName) {
        return declaration().visibility().reaches(type().packageName(), packageName);
    }
}
