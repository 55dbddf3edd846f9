package dev.eventfold.es.processor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * What {@code @EventOf} or {@code @CommandFor} says of a class, on itself or on a sealed family that it is a member of.
 *
 * @param aggregate the stored name of the aggregate
 * @param name the stored name of the payload
 * @param id the type of the instance id, where it is said
 * @param idSpot where that is said
 * @param spot the class's own annotation, or its declaration when a family marks it
 * @param own what its own annotation says
 * @param families the families that mark it, nearest first, with what each says of the aggregate
 */
record Marking(
        String aggregate,
        String name,
        Optional<TypeMirror> id,
        SourceSpot idSpot,
        SourceSpot spot,
        Optional<Said> own,
        List<Said> families) {

    boolean annotated() {
        return own.isPresent();
    }

    /** Everything that marks it, nearest first. */
    Stream<Said> said() {
        return Stream.concat(own.stream(), families.stream());
    }

    /** Whether all of that names one aggregate. */
    boolean agrees() {
        return said().allMatch(said -> said.aggregate().equals(aggregate));
    }

    /**
     * One annotation.
     *
     * @param type the class that carries it
     * @param spot its place
     * @param values its attributes
     */
    record Said(ClassRef type, SourceSpot spot, Annotations values) {
        String aggregate() {
            return values.requiredText("value");
        }

        Statement statement(boolean compiledHere) {
            return new Statement(spot.value("value"), type, aggregate(), compiledHere);
        }
    }

    /** Empty when nothing marks the class. */
    static Optional<Marking> of(JavaTypes types, Kind kind, TypeElement type) {
        Optional<Said> own = said(types, kind, type).findFirst();
        List<Said> families = types.interfaces(type).stream()
                .flatMap(family -> said(types, kind, family))
                .toList();
        return Stream.concat(own.stream(), families.stream())
                .findFirst()
                .map(nearest -> of(types.ref(type), nearest.aggregate(), own, families));
    }

    private static Stream<Said> said(JavaTypes types, Kind kind, TypeElement type) {
        ClassRef ref = types.ref(type);
        return Annotations.find(type, kind.annotation()).stream()
                .map(values -> new Said(ref, SourceSpot.of(ref).annotation(kind.annotation()), values));
    }

    private static Marking of(ClassRef type, String aggregate, Optional<Said> own, List<Said> families) {
        Optional<Said> withId = Stream.concat(own.stream(), families.stream())
                .filter(said -> said.values().gives("id"))
                .findFirst();
        return new Marking(
                aggregate,
                own.map(said -> said.values().text("name"))
                        .filter(name -> !name.isEmpty())
                        .orElse(type.simpleName()),
                withId.flatMap(said -> said.values().type("id")),
                withId.map(said -> said.spot().value("id")).orElse(SourceSpot.nowhere()),
                own.map(Said::spot).orElse(SourceSpot.of(type)),
                own,
                families);
    }
}
