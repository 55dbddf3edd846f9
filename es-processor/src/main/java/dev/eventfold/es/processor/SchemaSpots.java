package dev.eventfold.es.processor;

import dev.eventfold.es.processor.schema.SchemaEntry;
import dev.eventfold.es.processor.schema.Stored;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Where in the source to speak of what is stored. What comes from class files has no place. */
final class SchemaSpots {
    private final JavaTypes types;
    private final Predicate<TypeElement> compiledHere;
    private final ModuleContents contents;
    private final Map<Stored, SchemaReader.Found> found;

    SchemaSpots(
            JavaTypes types,
            Predicate<TypeElement> compiledHere,
            ModuleContents contents,
            List<SchemaReader.Found> found) {
        this.types = types;
        this.compiledHere = compiledHere;
        this.contents = contents;
        this.found = found.stream().collect(Collectors.toMap(one -> one.entry().id(), one -> one));
    }

    /** The annotation of a class, or an attribute of it where that is written; the declaration when a family marks it. */
    SourceSpot of(SchemaEntry entry, String attribute) {
        return Optional.ofNullable(found.get(entry.id()))
                .filter(one -> one.source().compiledHere())
                .map(one -> attribute.isEmpty() ? one.spot() : one.spot().value(attribute))
                .orElse(SourceSpot.nowhere());
    }

    /** The upcaster that reads an older version, else the class. */
    SourceSpot of(SchemaEntry entry, int version) {
        return Optional.ofNullable(found.get(entry.id()))
                .filter(one -> one.source().compiledHere())
                .flatMap(one -> one.evolution().upcasters().stream()
                        .filter(upcaster -> upcaster.from() == version)
                        .map(Evolution.Upcaster::spot)
                        .findFirst())
                .orElseGet(() -> of(entry, ""));
    }

    /** Where a process manager says which key an event has. */
    SourceSpot ofKey(SchemaEntry manager, String event) {
        return contents.managers().stream()
                .filter(Declared::compiledHere)
                .filter(one -> one.name().equals(manager.id().name()))
                .flatMap(one -> contents.eventNames().current(one).reactions().stream())
                .filter(reaction -> SchemaReader.event(reaction.target()).equals(event))
                .map(Reaction::keySpot)
                .findFirst()
                .orElseGet(() -> of(manager, ""));
    }

    /** Where it is said which instance ids a command takes, on itself or its family. */
    SourceSpot ofInstanceId(SchemaEntry command) {
        return types.find(command.type())
                .filter(compiledHere)
                .flatMap(type -> Marking.of(types, Kind.COMMAND, type))
                .map(Marking::idSpot)
                .orElse(SourceSpot.nowhere());
    }

    /** What is left near a class that is gone: the family that it was nested in, else its aggregate. */
    SourceSpot near(SchemaEntry gone) {
        String type = gone.type();
        Optional<SourceSpot> enclosing = types.find(enclosing(type))
                .filter(compiledHere)
                .filter(AnnotatedTypes::isMarked)
                .map(family -> SourceSpot.ofMark(types.ref(family)));
        Optional<SourceSpot> itself = types.find(type).filter(compiledHere).map(left -> SourceSpot.of(types.ref(left)));
        return itself.or(() -> enclosing).orElseGet(() -> ofAggregate(gone.id().aggregate()));
    }

    /** The class that is gone with it, outermost: itself, or what it was nested in; of one that is there but not marked, its family. */
    String lostClass(SchemaEntry gone) {
        String lost = types.find(gone.type())
                .flatMap(this::family)
                .map(family -> family.getQualifiedName().toString())
                .orElse(gone.type());
        String enclosing = enclosing(lost);
        while (!enclosing.isEmpty() && !types.isKnown(enclosing)) {
            lost = enclosing;
            enclosing = enclosing(lost);
        }
        return lost;
    }

    private Optional<TypeElement> family(TypeElement type) {
        return types.interfaces(type).stream()
                .filter(one -> one.getModifiers().contains(Modifier.SEALED))
                .filter(compiledHere)
                .reduce((nearer, outer) -> outer);
    }

    private static String enclosing(String type) {
        return type.substring(0, Math.max(0, type.lastIndexOf('.')));
    }

    SourceSpot ofAggregate(String name) {
        return contents.aggregates().stream()
                .filter(Declared::compiledHere)
                .filter(aggregate -> aggregate.name().equals(name))
                .map(aggregate -> aggregate.spot().value("value"))
                .findFirst()
                .orElse(SourceSpot.nowhere());
    }
}
