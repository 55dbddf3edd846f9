package dev.eventfold.es.processor;

import java.util.Optional;
import java.util.stream.Stream;

/** How generated code reads and writes a value. */
sealed interface Coding {
    /** The classes that are taken apart for it. */
    default Stream<Declaration> structures() {
        return Stream.empty();
    }

    /** The classes that code names for it. */
    default Stream<Declaration> named() {
        return structures();
    }

    /**
     * What the platform has and JSON too, more or less.
     *
     * @param type the primitive, the class or {@code byte[]}
     * @param read what follows {@code read} in the name of the method
     * @param mayBeNull whether that method takes null for the type
     * @param isText whether it is written as the text that its class gives
     */
    record Scalar(String type, String read, boolean mayBeNull, boolean isText) implements Coding {}

    /**
     * A class of the platform that is stored as text.
     *
     * @param type the class
     * @param parse its static method that makes a value of text
     * @param format the constant of {@code DateTimeFormatter} that makes text of it; absent when it does so itself
     */
    record Text(ClassRef type, String parse, Optional<String> format) implements Coding {}

    /** A constant of an enum. */
    record Constant(Declaration declaration) implements Coding {
        @Override
        public Stream<Declaration> named() {
            return Stream.of(declaration);
        }
    }

    /** An object of a class that is taken apart. */
    record Structure(Declaration declaration) implements Coding {
        @Override
        public Stream<Declaration> structures() {
            return Stream.of(declaration);
        }
    }

    /** What may be missing. */
    record Maybe(Coding value) implements Coding {
        @Override
        public Stream<Declaration> structures() {
            return value.structures();
        }

        @Override
        public Stream<Declaration> named() {
            return value.named();
        }
    }

    /**
     * Several of a kind.
     *
     * @param type {@code List}, {@code Set} or {@code Collection}
     * @param element each
     */
    record Several(String type, Coding element) implements Coding {
        boolean isEnumSet() {
            return type.equals("Set") && element instanceof Constant;
        }

        @Override
        public Stream<Declaration> structures() {
            return element.structures();
        }

        @Override
        public Stream<Declaration> named() {
            return element.named();
        }
    }

    /** A map. */
    record Entries(TextForm key, Coding value) implements Coding {
        @Override
        public Stream<Declaration> structures() {
            return value.structures();
        }

        @Override
        public Stream<Declaration> named() {
            return Stream.concat(key.declared().stream(), value.named());
        }
    }
}
