package dev.eventfold.es.processor.schema;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a type looks like as JSON: of a class, what it writes and reads; in the schema lock, what may be stored. Names of classes are no part
 * of it.
 */
public sealed interface Shape {
    /** One value, or whatever the JSON library makes of a class that is not looked into. */
    record Value(String type) implements Shape {}

    /** One of some texts. */
    record Choice(SortedSet<String> constants) implements Shape {
        public Choice {
            constants = Collections.unmodifiableSortedSet(new TreeSet<>(constants));
        }
    }

    /** A value that may be missing. */
    record Maybe(Shape of) implements Shape {}

    /** An array; a set is one that holds nothing twice. */
    record Sequence(boolean isSet, Shape of) implements Shape {}

    /** An object with any members, whose names are values of the key's shape. */
    record Dictionary(Shape key, Shape value) implements Shape {
        /** The members as they are. */
        public static final Dictionary MEMBERS = new Dictionary(new Value("String"), new Value("Object"));
    }

    /**
     * An object with these members.
     *
     * @param members by stored name
     * @param keepsInitialValues whether it is read by a class, which has a value for a field that is missing
     */
    record Structure(SortedMap<String, Member> members, boolean keepsInitialValues) implements Shape {
        public Structure {
            members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
        }
    }

    /** An object of one of several shapes, by the name of its type. */
    record Variants(SortedMap<String, Shape> byName) implements Shape {
        public Variants {
            byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
        }
    }

    /** The object that encloses this one, so many levels out. */
    record Enclosing(int levels) implements Shape {}

    /**
     * A member of an object.
     *
     * @param shape what it holds
     * @param isMissingInSome whether some of what is stored lacks it
     * @param alsoReads other names that it is read from
     */
    record Member(Shape shape, boolean isMissingInSome, Set<String> alsoReads) {
        public Member {
            alsoReads = Set.copyOf(alsoReads);
        }

        public static Member of(Shape shape) {
            return new Member(shape, false, Set.of());
        }

        Member missingInSome() {
            return new Member(shape, !(shape instanceof Maybe), alsoReads);
        }
    }
}
