package dev.eventfold.es.processor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads the types that instance ids and keys may have. */
final class TextFormReader {
    private final JavaTypes types;
    private final DeclarationReader declarations;

    TextFormReader(JavaTypes types, DeclarationReader declarations) {
        this.types = types;
        this.declarations = declarations;
    }

    /** The form of a value; empty when the type cannot be an id or key. */
    Optional<TextForm> read(TypeMirror type) {
        Optional<TextForm> scalar = scalar(type);
        return scalar.isPresent() ? scalar : types.element(type).flatMap(this::ofRecord);
    }

    /** The form of an element of a collection, where numbers are boxed. */
    Optional<TextForm> readElement(TypeMirror type) {
        if (types.names(type, "java.lang.Integer")) {
            return Optional.of(primitive("int", TextForm.Scalar.INT));
        }
        return types.names(type, "java.lang.Long") ? Optional.of(primitive("long", TextForm.Scalar.LONG)) : read(type);
    }

    private Optional<TextForm> scalar(TypeMirror type) {
        if (type.getKind() == TypeKind.INT) {
            return Optional.of(primitive("int", TextForm.Scalar.INT));
        }
        if (type.getKind() == TypeKind.LONG) {
            return Optional.of(primitive("long", TextForm.Scalar.LONG));
        }
        return types.element(type).flatMap(this::scalar);
    }

    private Optional<TextForm> scalar(TypeElement type) {
        if (type.getQualifiedName().contentEquals("java.lang.String")) {
            return Optional.of(TextForm.STRING);
        }
        if (type.getQualifiedName().contentEquals("java.util.UUID")) {
            return Optional.of(declared(declarations.read(type), TextForm.Scalar.UUID, Optional.empty(), 0));
        }
        return type.getKind() == ElementKind.ENUM
                ? Optional.of(declared(declarations.read(type), TextForm.Scalar.ENUM, Optional.empty(), 0))
                : Optional.empty();
    }

    private Optional<TextForm> ofRecord(TypeElement type) {
        List<? extends RecordComponentElement> components = type.getRecordComponents();
        if (type.getKind() != ElementKind.RECORD || components.size() != 1) {
            return Optional.empty();
        }
        ExecutableElement accessor = components.get(0).getAccessor();
        Declaration declaration =
                declarations.read(type, Stream.concat(Stream.of(accessor), types.canonicalConstructor(type).stream()));
        return scalar(components.get(0).asType())
                .map(form -> declared(
                        declaration,
                        form.scalar(),
                        Optional.of(accessor.getSimpleName().toString()),
                        type.getTypeParameters().size()));
    }

    private static TextForm primitive(String name, TextForm.Scalar scalar) {
        return new TextForm(name, Optional.empty(), scalar, Optional.empty(), 0);
    }

    private static TextForm declared(
            Declaration declaration, TextForm.Scalar scalar, Optional<String> component, int generic) {
        return new TextForm(declaration.type().nestedName(), Optional.of(declaration), scalar, component, generic);
    }
}
