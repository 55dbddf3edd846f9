package dev.eventfold.es.processor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Reads what a class says of itself as a command or event, from source or from a class file. */
final class PayloadReader {
    private final JavaTypes types;
    private final TextFormReader forms;
    private final DeclarationReader declarations;
    private final EvolutionReader evolutions;
    private final PayloadChecks checks;
    private final MapKeyChecks mapKeys;
    private final Diagnostics diagnostics;
    private final Map<Asked, Optional<PayloadType>> known = new HashMap<>();

    PayloadReader(JavaTypes types, TextFormReader forms, DeclarationReader declarations, Diagnostics diagnostics) {
        this.types = types;
        this.forms = forms;
        this.declarations = declarations;
        this.evolutions = new EvolutionReader(types, forms, declarations, diagnostics);
        this.checks = new PayloadChecks(types, new PartChecks(types, declarations, diagnostics), diagnostics);
        this.mapKeys = new MapKeyChecks(types, forms, declarations, diagnostics);
        this.diagnostics = diagnostics;
    }

    /** The command or event that a parameter or result names; empty when it is none. */
    Optional<PayloadType> read(Kind kind, TypeMirror type) {
        return types.element(type).flatMap(element -> read(kind, element));
    }

    Optional<PayloadType> read(Kind kind, TypeElement type) {
        Asked asked = new Asked(kind, types.ref(type));
        Optional<PayloadType> found = known.get(asked);
        if (found == null) {
            found = Marking.of(types, kind, type).map(marking -> payloadType(kind, type, marking));
            known.put(asked, found);
        }
        return found;
    }

    /** The annotated families that a payload belongs to. */
    List<PayloadType> families(PayloadType member) {
        return types.find(member.type()).flatMap(type -> Marking.of(types, member.kind(), type)).stream()
                .flatMap(marking -> marking.families().stream())
                .flatMap(said -> types.find(said.type()).stream())
                .flatMap(family -> read(member.kind(), family).stream())
                .toList();
    }

    private PayloadType payloadType(Kind kind, TypeElement type, Marking marking) {
        return type.getKind() == ElementKind.INTERFACE ? family(kind, type, marking) : payload(kind, type, marking);
    }

    private Family family(Kind kind, TypeElement type, Marking marking) {
        int errors = diagnostics.errors();
        checks.family(kind, type, marking);
        List<Payload> members = new ArrayList<>();
        List<Family> nested = new ArrayList<>();
        for (TypeMirror permitted : type.getPermittedSubclasses()) {
            PayloadType member = read(kind, permitted).orElseThrow();
            members.addAll(member.members());
            if (member instanceof Family family) {
                nested.add(family);
                nested.addAll(family.nested());
            }
        }
        members.sort(Comparator.comparing(Payload::name).thenComparing(Payload::type));
        return new Family(
                kind,
                declarations.read(type),
                marking.aggregate(),
                id(marking),
                members.stream().distinct().toList(),
                nested,
                marking.spot(),
                statements(marking),
                diagnostics.errors() == errors && marking.agrees());
    }

    private Payload payload(Kind kind, TypeElement type, Marking marking) {
        int errors = diagnostics.errors();
        checks.payload(kind, type, marking);
        mapKeys.check(type);
        return new Payload(
                kind,
                declarations.read(type),
                marking.aggregate(),
                marking.name(),
                id(marking),
                evolutions.read(type, marking.own().map(Marking.Said::values), marking.spot()),
                marking.spot(),
                statements(marking),
                diagnostics.errors() == errors && marking.agrees());
    }

    private List<Statement> statements(Marking marking) {
        return marking.said()
                .map(said -> said.statement(declarations.isCompiledHere(said.type())))
                .toList();
    }

    private TextForm id(Marking marking) {
        if (marking.id().isEmpty()) {
            return TextForm.STRING;
        }
        TypeMirror type = marking.id().get();
        return forms.read(type).orElseGet(() -> {
            diagnostics.report(marking.idSpot(), Problem.BAD_ID, types.text(type));
            return TextForm.unusable(types.text(type), types.element(type).map(declarations::read));
        });
    }

    private record Asked(Kind kind, ClassRef type) {}
}
