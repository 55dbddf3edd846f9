package dev.eventfold.es.processor;

import java.util.List;
import javax.lang.model.type.DeclaredType;

/**
 * What a component or field holds, as it is said in one place: where it is declared, or where its type parameters are given their types.
 *
 * @param spot where to say what is wrong with it
 * @param types the classes that its type names, what an array, a container or an optional holds among them, but for the keys of a map
 */
record Held(SourceSpot spot, List<DeclaredType> types) {
    Held {
        types = List.copyOf(types);
    }

    boolean names(DeclaredType type) {
        return types.stream().anyMatch(one -> one.toString().equals(type.toString()));
    }
}
