package dev.eventfold.es.processor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What a codec calls the classes that it takes apart. */
final class CodecNames {
    private static final String MEMBERS = "_MEMBERS";

    private final Map<ClassRef, String> methods = new HashMap<>();

    CodecNames(CodecContents contents) {
        Set<String> taken = new HashSet<>();
        contents.all().map(Declared::type).forEach(type -> {
            String name = name(type, contents.outermost());
            String free = name;
            for (int number = 2; !taken.add(constant(free)); number++) {
                free = name + "_" + number;
            }
            methods.put(type, free);
        });
    }

    /** The simple name; with those of the enclosing classes, but for the one that the codec belongs to. */
    private static String name(ClassRef type, ClassRef outermost) {
        List<String> names = type.simpleNames();
        boolean isWithin = names.size() > 1 && CodecContents.outermost(type).equals(outermost);
        return String.join("_", isWithin ? names.subList(1, names.size()) : names);
    }

    /** By class: what follows {@code read} and {@code write} in the names of methods. */
    Map<ClassRef, String> ofMethods() {
        return methods;
    }

    String method(CodedType type) {
        return Objects.requireNonNull(methods.get(type.type()));
    }

    String constant(CodedType type) {
        return constant(method(type));
    }

    /** Not the name of the class in capitals alone, which may be that of another class: Java takes a variable for it first. */
    private static String constant(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT) + MEMBERS;
    }
}
