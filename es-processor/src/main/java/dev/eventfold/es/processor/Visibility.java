package dev.eventfold.es.processor;

/** From where a class can be named, enclosing classes considered. */
enum Visibility {
    PRIVATE,
    PACKAGE,
    PUBLIC;

    boolean reaches(String fromPackage, String toPackage) {
        return this == PUBLIC || (this == PACKAGE && fromPackage.equals(toPackage));
    }

    Visibility and(Visibility other) {
        return compareTo(other) < 0 ? this : other;
    }
}
