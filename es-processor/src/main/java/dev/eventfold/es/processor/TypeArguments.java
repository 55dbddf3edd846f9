package dev.eventfold.es.processor;

import java.util.List;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** What can be said of the type arguments of a type without the compiler. */
final class TypeArguments {
    private TypeArguments() {}

    /** Whether the type is not known before a type parameter is. */
    static boolean hasVariable(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return hasVariable(array.getComponentType());
        }
        if (type instanceof WildcardType wildcard) {
            return wildcard.getExtendsBound() != null && hasVariable(wildcard.getExtendsBound());
        }
        return type.getKind() == TypeKind.TYPEVAR
                || (type instanceof DeclaredType declared
                        && declared.getTypeArguments().stream().anyMatch(TypeArguments::hasVariable));
    }

    /** How deep its type arguments are nested. */
    static int depth(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return depth(array.getComponentType()) + 1;
        }
        List<? extends TypeMirror> arguments =
                type instanceof DeclaredType declared ? declared.getTypeArguments() : List.of();
        return arguments.stream()
                .mapToInt(argument -> depth(argument) + 1)
                .max()
                .orElse(0);
    }
}
