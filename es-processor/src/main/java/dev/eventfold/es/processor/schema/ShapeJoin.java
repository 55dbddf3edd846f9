package dev.eventfold.es.processor.schema;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a store may hold once a class has written to it: what it held before, and what the class writes. */
final class ShapeJoin {
    private ShapeJoin() {}

    /** Of shapes that one class reads; where values differ, the one written last is the wider. */
    static Shape of(Shape stored, Shape written) {
        if (stored instanceof Shape.Maybe maybe) {
            return new Shape.Maybe(of(maybe.of(), written instanceof Shape.Maybe also ? also.of() : written));
        }
        if (written instanceof Shape.Maybe maybe) {
            return new Shape.Maybe(of(stored, maybe.of()));
        }
        if (stored instanceof Shape.Structure before && written instanceof Shape.Structure after) {
            return new Shape.Structure(members(before.members(), after.members()), after.keepsInitialValues());
        }
        if (stored instanceof Shape.Variants before && written instanceof Shape.Variants after) {
            SortedMap<String, Shape> byName = new TreeMap<>(before.byName());
            after.byName().forEach((name, shape) -> byName.merge(name, shape, ShapeJoin::of));
            return new Shape.Variants(byName);
        }
        if (stored instanceof Shape.Sequence before && written instanceof Shape.Sequence after) {
            return new Shape.Sequence(before.isSet() && after.isSet(), of(before.of(), after.of()));
        }
        if (stored instanceof Shape.Dictionary before && written instanceof Shape.Dictionary after) {
            return new Shape.Dictionary(of(before.key(), after.key()), of(before.value(), after.value()));
        }
        if (stored instanceof Shape.Choice before && written instanceof Shape.Choice after) {
            TreeSet<String> constants = new TreeSet<>(before.constants());
            constants.addAll(after.constants());
            return new Shape.Choice(constants);
        }
        return written;
    }

    private static SortedMap<String, Shape.Member> members(
            SortedMap<String, Shape.Member> stored, SortedMap<String, Shape.Member> written) {
        SortedMap<String, Shape.Member> members = new TreeMap<>();
        stored.forEach((name, member) -> members.put(
                name, written.containsKey(name) ? both(member, written.get(name)) : member.missingInSome()));
        written.forEach((name, member) -> members.putIfAbsent(name, member.missingInSome()));
        return members;
    }

    private static Shape.Member both(Shape.Member stored, Shape.Member written) {
        Shape shape = of(stored.shape(), written.shape());
        boolean isMissingInSome = stored.isMissingInSome() && !(shape instanceof Shape.Maybe);
        return new Shape.Member(shape, isMissingInSome, written.alsoReads());
    }
}
