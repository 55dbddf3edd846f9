package dev.eventfold.es.processor;

import java.util.Optional;

/**
 * A type that an instance id or a key may have, and how a value of it becomes text.
 *
 * @param typeName the type as written
 * @param declared the class, unless it is primitive
 * @param scalar the type of the value, or of its one component
 * @param component the accessor of a record's one component
 */
record TextForm(String typeName, Optional<ClassRef> declared, Scalar scalar, Optional<String> component) {
    /** String, as it is. */
    static final TextForm STRING =
            new TextForm("String", Optional.of(ClassRef.of("java.lang", "String")), Scalar.STRING, Optional.empty());

    /** The types that text is made of. */
    enum Scalar {
        STRING,
        INT,
        LONG,
        UUID,
        ENUM,
        /** None of them: an error was reported, and what is written must still let the rest of the program be understood. */
        UNUSABLE
    }

    static TextForm unusable(String typeName, Optional<ClassRef> declared) {
        return new TextForm(
                typeName,
                declared.or(() -> Optional.of(ClassRef.of("java.lang", "Object"))),
                Scalar.UNUSABLE,
                Optional.empty());
    }

    boolean isString() {
        return scalar == Scalar.STRING && component.isEmpty();
    }
}
