package dev.eventfold.es.processor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads which classes a type names: itself, and what it holds where it is an array or has type arguments. */
final class HeldReader {
    private final JavaTypes types;

    HeldReader(JavaTypes types) {
        this.types = types;
    }

    List<DeclaredType> read(TypeMirror type) {
        List<DeclaredType> found = new ArrayList<>();
        Deque<TypeMirror> open = new ArrayDeque<>(List.of(type));
        while (!open.isEmpty()) {
            TypeMirror next = types.upperBound(open.removeFirst());
            if (next instanceof ArrayType array) {
                open.addLast(array.getComponentType());
            } else if (types.known(next) instanceof DeclaredType declared) {
                found.add(declared);
                open.addAll(arguments(declared));
            }
        }
        return found;
    }

    /** Of a container that is the user's own, what it says to the one that it extends. */
    private List<? extends TypeMirror> arguments(DeclaredType type) {
        if (types.names(type, "java.lang.Class")) {
            return List.of(); // stored as its name
        }
        Optional<DeclaredType> map = types.supertype(type, "java.util.Map");
        if (map.isPresent()) {
            return map.get().getTypeArguments().stream().skip(1).toList();
        }
        return types.supertype(type, "java.util.Collection")
                .<List<? extends TypeMirror>>map(DeclaredType::getTypeArguments)
                .orElse(type.getTypeArguments());
    }
}
