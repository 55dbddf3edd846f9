package dev.eventfold.es.processor;

import java.util.List;

/**
 * A class by its names: all that is kept of a type between rounds.
 *
 * @param packageName empty for the unnamed package
 * @param simpleNames the outermost class first
 */
record ClassRef(String packageName, List<String> simpleNames) implements Comparable<ClassRef> {
    ClassRef {
        simpleNames = List.copyOf(simpleNames);
    }

    static ClassRef of(String packageName, String simpleName) {
        return new ClassRef(packageName, List.of(simpleName));
    }

    String simpleName() {
        return simpleNames.get(simpleNames.size() - 1);
    }

    /** {@code Outer.Inner}: what a reader of a message recognises. */
    String nestedName() {
        return String.join(".", simpleNames);
    }

    String canonicalName() {
        return packageName.isEmpty() ? nestedName() : packageName + "." + nestedName();
    }

    /** The generated class that belongs to this one: in the same package, nesting spelled with underscores. */
    ClassRef companion(String suffix) {
        return of(packageName, String.join("_", simpleNames) + suffix);
    }

    @Override
    public int compareTo(ClassRef other) {
        return canonicalName().compareTo(other.canonicalName());
    }

    @Override
    public String toString() {
        return canonicalName();
    }
}
