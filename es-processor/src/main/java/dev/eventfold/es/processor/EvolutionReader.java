package dev.eventfold.es.processor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads the versions and former names of a class, and the methods that read its older shapes. */
final class EvolutionReader {
    private final JavaTypes types;
    private final DeclarationReader declarations;
    private final UpcasterChecks checks;
    private final PartChecks parts;
    private final MapKeyChecks mapKeys;
    private final Diagnostics diagnostics;

    EvolutionReader(JavaTypes types, TextFormReader forms, DeclarationReader declarations, Diagnostics diagnostics) {
        this.types = types;
        this.declarations = declarations;
        this.checks = new UpcasterChecks(types, diagnostics);
        this.parts = new PartChecks(types, declarations, diagnostics);
        this.mapKeys = new MapKeyChecks(types, forms, declarations, diagnostics);
        this.diagnostics = diagnostics;
    }

    /** What a class says; the annotation is absent where a family marks it. */
    Evolution read(TypeElement type, Optional<Annotations> said, SourceSpot spot) {
        int version = said.map(values -> values.number("version", 1)).orElse(1);
        List<String> names = said.map(values -> values.texts("formerly")).orElse(List.of());
        names.forEach(name -> StoredNames.check(name, spot.value("formerly"), diagnostics));
        Map<Integer, ExecutableElement> methods = new TreeMap<>();
        for (ExecutableElement method : JavaTypes.methods(type)) {
            Annotations.find(method, Api.UPCASTS)
                    .ifPresent(values -> note(type, method, values.number("from", 0), version, methods));
        }
        if (version < 1) {
            diagnostics.report(spot.value("version"), Problem.BAD_VERSION, version);
            return Evolution.FIRST;
        }
        return new Evolution(version, names, upcasters(type, version, methods, spot));
    }

    private void note(
            TypeElement type,
            ExecutableElement method,
            int from,
            int version,
            Map<Integer, ExecutableElement> methods) {
        SourceSpot spot = spot(type, method);
        if (from < 1 || from >= version) {
            diagnostics.report(
                    spot.value("from"),
                    Cause.of(Problem.UPCASTER_OUT_OF_RANGE, types.ref(type)),
                    Problem.UPCASTER_OUT_OF_RANGE,
                    from,
                    type.getSimpleName(),
                    version);
            return;
        }
        ExecutableElement first = methods.putIfAbsent(from, method);
        if (first != null) {
            diagnostics.report(spot.value("from"), Problem.DUPLICATE_UPCASTER, from, types.described(first));
        }
    }

    private List<Evolution.Upcaster> upcasters(
            TypeElement type, int version, Map<Integer, ExecutableElement> methods, SourceSpot spot) {
        List<Evolution.Upcaster> upcasters = new ArrayList<>();
        TypeMirror next = type.asType();
        for (int from = version - 1; from >= 1; from--) {
            ExecutableElement method = methods.get(from);
            if (method == null) {
                diagnostics.report(
                        spot.value("version"), Problem.MISSING_UPCASTER, type.getSimpleName(), version, from);
                return List.of();
            }
            if (!checks.accepts(method, spot(type, method), next)) {
                return List.of();
            }
            upcasters.add(upcaster(type, method, from));
            next = method.getParameters().get(0).asType();
            types.element(next).ifPresent(this::checkOlder);
        }
        upcasters.sort(Comparator.comparing(Evolution.Upcaster::from));
        return upcasters;
    }

    private void checkOlder(TypeElement shape) {
        parts.checkPart(shape);
        mapKeys.check(shape);
    }

    private Evolution.Upcaster upcaster(TypeElement type, ExecutableElement method, int from) {
        TypeMirror reads = method.getParameters().get(0).asType();
        Visibility own = method.getModifiers().contains(Modifier.PUBLIC) ? Visibility.PUBLIC : Visibility.PACKAGE;
        return new Evolution.Upcaster(
                from,
                declarations.read(types.element(reads).orElseThrow()),
                !((DeclaredType) reads).getTypeArguments().isEmpty(),
                types.ref(type),
                method.getSimpleName().toString(),
                own.and(DeclarationReader.visibility(type)),
                declarations.lint(method),
                spot(type, method));
    }

    private SourceSpot spot(TypeElement type, ExecutableElement method) {
        return SourceSpot.of(types.ref(type)).member(types.signature(method)).annotation(Api.UPCASTS);
    }
}
