package dev.eventfold.es.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Takes the result type of a method apart: what it holds, and in which shape. */
final class ResultReader {
    private final JavaTypes types;

    ResultReader(JavaTypes types) {
        this.types = types;
    }

    /**
     * A result type.
     *
     * @param shape how many there may be
     * @param element what it holds; empty for nothing, and for what is no supported shape
     */
    record Result(ResultShape shape, Optional<TypeMirror> element) {}

    Result read(TypeMirror type) {
        if (type.getKind() == TypeKind.VOID) {
            return new Result(ResultShape.NOTHING, Optional.empty());
        }
        ResultShape shape = types.element(type).map(ResultReader::shapeOf).orElse(ResultShape.ONE);
        return new Result(shape, shape == ResultShape.ONE ? Optional.of(type) : argument(type));
    }

    private static ResultShape shapeOf(TypeElement type) {
        return switch (type.getQualifiedName().toString()) {
            case "java.util.Optional" -> ResultShape.OPTIONAL;
            case "java.util.List" -> ResultShape.LIST;
            case "java.util.stream.Stream" -> ResultShape.STREAM;
            default -> ResultShape.ONE;
        };
    }

    private Optional<TypeMirror> argument(TypeMirror type) {
        List<? extends TypeMirror> arguments = ((DeclaredType) type).getTypeArguments();
        if (arguments.isEmpty()
                || (arguments.get(0) instanceof WildcardType wildcard && wildcard.getExtendsBound() == null)) {
            return Optional.empty();
        }
        return Optional.of(types.upperBound(arguments.get(0)));
    }
}
