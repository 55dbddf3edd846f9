package dev.eventfold.es.processor;

import java.util.Optional;
import java.util.Set;

/**
 * A type that an instance id or a key may have, and how a value of it becomes text.
 *
 * @param typeName the type as written
 * @param declared the class, unless it is primitive
 * @param scalar the type of the value, or of its one component
 * @param component the accessor of a record's one component
 * @param generic how many type parameters the class has
 */
record TextForm(
        String typeName, Optional<Declaration> declared, Scalar scalar, Optional<String> component, int generic) {
    /** String, as it is. */
    static final TextForm STRING =
            new TextForm("String", Optional.of(ofPlatform("String")), Scalar.STRING, Optional.empty(), 0);

    /** The types that text is made of. */
    enum Scalar {
        STRING("String"),
        INT("int"),
        LONG("long"),
        UUID("UUID"),
        ENUM("enum"),
        /** None of them: an error was reported, and what is written must still let the rest of the program be understood. */
        UNUSABLE("");

        private final String word;

        Scalar(String word) {
            this.word = word;
        }

        /** As Java says it. */
        String word() {
            return word;
        }
    }

    static TextForm unusable(String typeName, Optional<Declaration> declared) {
        return new TextForm(
                typeName, declared.or(() -> Optional.of(ofPlatform("Object"))), Scalar.UNUSABLE, Optional.empty(), 0);
    }

    private static Declaration ofPlatform(String name) {
        return new Declaration(ClassRef.of("java.lang", name), Visibility.PUBLIC, Set.of(), Set.of(), false);
    }

    /** Whether generated code in that package can name the class. */
    boolean reaches(String packageName) {
        return declared.isEmpty()
                || declared.get().visibility().reaches(declared.get().type().packageName(), packageName);
    }

    Set<String> lint() {
        return declared.map(Declaration::lint).orElse(Set.of());
    }

    /** Tells one type from another; simple names need not. */
    String identity() {
        return declared.map(found -> found.type().canonicalName()).orElse(typeName);
    }

    boolean isString() {
        return scalar == Scalar.STRING && component.isEmpty();
    }
}
