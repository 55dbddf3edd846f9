package dev.eventfold.es.processor;

import dev.eventfold.es.processor.schema.Shape;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Types;

/** Reads what a type is stored as, by the rules of the codec. */
final class ShapeReader {
    private static final Map<String, String> OPTIONAL_NUMBERS = Map.of(
            "java.util.OptionalInt", "int", "java.util.OptionalLong", "long", "java.util.OptionalDouble", "double");

    private final JavaTypes types;
    private final Types javaTypes;
    private final ObjectShapes objects;

    ShapeReader(JavaTypes types, ProcessingEnvironment environment) {
        this.types = types;
        this.javaTypes = environment.getTypeUtils();
        this.objects = new ObjectShapes(types, javaTypes, this);
    }

    /** The shape of an event, a command or the state of a process manager. */
    Shape read(TypeElement type) {
        return objects.read((DeclaredType) type.asType(), type, List.of());
    }

    /** The shape of a member, where the types that enclose it lead back to themselves. */
    Shape read(TypeMirror type, List<TypeElement> enclosing) {
        if (type.getKind().isPrimitive()) {
            return primitive(type.getKind());
        }
        if (type instanceof ArrayType array) {
            TypeMirror of = array.getComponentType();
            boolean isText = of.getKind() == TypeKind.BYTE || of.getKind() == TypeKind.CHAR;
            return isText ? array(of.getKind()) : new Shape.Sequence(false, read(of, enclosing));
        }
        if (type instanceof TypeVariable variable) {
            return read(variable.getUpperBound(), enclosing);
        }
        return types.known(types.upperBound(type)) instanceof DeclaredType declared
                ? declared(declared, enclosing)
                : new Shape.Value("Object");
    }

    private static Shape primitive(TypeKind kind) {
        return new Shape.Value(kind.name().toLowerCase(Locale.ROOT));
    }

    private static Shape array(TypeKind kind) {
        return new Shape.Value(kind.name().toLowerCase(Locale.ROOT) + "[]");
    }

    private Shape declared(DeclaredType type, List<TypeElement> enclosing) {
        TypeElement element = (TypeElement) type.asElement();
        String name = element.getQualifiedName().toString();
        if (name.equals("java.util.Optional")) {
            return new Shape.Maybe(argument(type, 0, enclosing));
        }
        if (OPTIONAL_NUMBERS.containsKey(name)) {
            return new Shape.Maybe(new Shape.Value(OPTIONAL_NUMBERS.get(name)));
        }
        Optional<DeclaredType> map = supertype(type, "java.util.Map");
        if (map.isPresent()) {
            return new Shape.Dictionary(key(argument(map.get(), 0, enclosing)), argument(map.get(), 1, enclosing));
        }
        Optional<DeclaredType> collection = supertype(type, "java.util.Collection");
        if (collection.isPresent()) {
            boolean isSet = supertype(type, "java.util.Set").isPresent();
            return new Shape.Sequence(isSet, argument(collection.get(), 0, enclosing));
        }
        return objects.read(type, element, enclosing);
    }

    private Shape argument(DeclaredType type, int index, List<TypeElement> enclosing) {
        List<? extends TypeMirror> arguments = type.getTypeArguments();
        return index < arguments.size() ? read(arguments.get(index), enclosing) : new Shape.Value("Object");
    }

    /** A record of one component is a key as that component. */
    private static Shape key(Shape shape) {
        return shape instanceof Shape.Structure structure && structure.members().size() == 1
                ? structure.members().values().iterator().next().shape()
                : shape;
    }

    private Optional<DeclaredType> supertype(TypeMirror type, String name) {
        if (types.names(type, name)) {
            return Optional.of((DeclaredType) type);
        }
        return javaTypes.directSupertypes(type).stream()
                .flatMap(parent -> supertype(parent, name).stream())
                .findFirst();
    }
}
