package dev.eventfold.es.it.mutation;

import dev.eventfold.es.it.mutation.Model.Annotation;
import dev.eventfold.es.it.mutation.Model.Attribute;
import dev.eventfold.es.it.mutation.Model.Declared;
import dev.eventfold.es.it.mutation.Model.Place;
import dev.eventfold.es.it.mutation.Mutant.Kind;
import dev.eventfold.es.it.mutation.Mutant.Renamed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * Every mutant of a program: each annotation of ours, attribute, event, command, aggregate, process manager and annotated method is deleted;
 * each of them that has a name, and each member that gives a key, is renamed; each string in an annotation is mistyped.
 */
final class Mutations {
    private static final Set<String> REACTIONS = Set.of("Reacts", "OnRejection", "OnTimeout", "Projects", "Receives");

    private final Model model;
    private final Wiring wiring;
    private final List<Mutant> mutants = new ArrayList<>();

    private Mutations(Model model) {
        this.model = model;
        this.wiring = new Wiring(model);
    }

    static List<Mutant> of(Model model) {
        Mutations mutations = new Mutations(model);
        model.annotations().forEach(mutations::annotation);
        mutations.wiring.types().forEach(mutations::type);
        mutations.wiring.methods().forEach(mutations::method);
        mutations.wiring.keys().forEach(mutations::rename);
        mutations.mutants.removeIf(mutant -> mutant.sources().isEmpty());
        return numbered(mutations.mutants);
    }

    /** Two of one name are told apart. */
    private static List<Mutant> numbered(List<Mutant> mutants) {
        Map<String, Integer> seen = new HashMap<>();
        return mutants.stream()
                .map(mutant -> mutant.numbered(seen.merge(mutant.change(), 1, Integer::sum)))
                .toList();
    }

    private void annotation(Annotation annotation) {
        String at = "@" + annotation.name() + " of " + Names.of(annotation.owner());
        add(
                "delete " + at,
                isReaction(annotation.name()) ? Kind.DELETED_REACTION : Kind.DELETED,
                List.of(annotation.place().deleted()));
        for (Attribute attribute : annotation.attributes()) {
            add(
                    "delete " + attribute.name() + " in " + at,
                    Kind.DELETED,
                    List.of(attribute.withComma().deleted()));
            for (Place text : attribute.texts()) {
                String value = source(text);
                String mistyped = value.substring(0, value.length() - 1) + "x\"";
                add(
                        "mistype " + attribute.name() + " = " + value + " in " + at,
                        Kind.MISTYPED,
                        List.of(text.replaced(mistyped)));
            }
        }
    }

    private static boolean isReaction(String annotation) {
        return REACTIONS.contains(annotation);
    }

    private void type(TypeElement type) {
        Set<Edit> edits = new LinkedHashSet<>();
        Set<TypeElement> gone = wiring.withNested(type);
        for (Declared declared : model.declarations()) {
            if (declared.element().equals(type) || isOnlyFor(gone, declared.element())) {
                edits.add(declared.place().deleted());
            }
        }
        gone.forEach(one -> model.importsOf(one).forEach(place -> edits.add(place.deleted())));
        add("delete " + Names.of(type), Kind.DELETED, edits);
        rename(type);
    }

    private boolean isOnlyFor(Set<TypeElement> gone, Element element) {
        return element instanceof ExecutableElement method
                && method.getKind() == ElementKind.METHOD
                && !gone.contains(method.getEnclosingElement())
                && gone.stream().anyMatch(type -> wiring.mentions(method, type));
    }

    private void method(ExecutableElement method) {
        boolean isReaction =
                REACTIONS.stream().anyMatch(name -> model.on(method, name).isPresent());
        for (Declared declared : model.declarations()) {
            if (declared.element().equals(method)) {
                add(
                        "delete " + Names.of(method),
                        isReaction ? Kind.DELETED_REACTION : Kind.DELETED,
                        List.of(declared.place().deleted()));
            }
        }
        rename(method);
    }

    private void rename(Element element) {
        String before = element.getSimpleName().toString();
        Renamed renamed = Renamed.of(before);
        Set<Edit> edits = new LinkedHashSet<>();
        for (Element same : wiring.sameName(element)) {
            model.placesOf(same).forEach(place -> edits.add(place.replaced(renamed.now())));
        }
        mutants.add(Mutant.renamed(model.program(), "rename " + Names.of(element), renamed, edits));
    }

    private String source(Place place) {
        return model.program().sources().get(place.file()).substring(place.from(), place.to());
    }

    private void add(String change, Kind kind, Collection<Edit> edits) {
        mutants.add(Mutant.of(model.program(), change, kind, edits));
    }
}
