package dev.eventfold.es.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads the methods that fold events into the state, of aggregates and of process managers. */
final class ApplierReader {
    private final JavaTypes types;
    private final MethodReader methods;
    private final Diagnostics diagnostics;

    ApplierReader(Readers shared) {
        this.types = shared.types();
        this.methods = shared.methods();
        this.diagnostics = shared.diagnostics();
    }

    /** One case for each event; with an aggregate, its own events only. */
    List<Case> read(TypeElement type, Optional<String> aggregate) {
        Claims<Applier> claims = new Claims<>();
        for (ExecutableElement method : JavaTypes.methods(type)) {
            if (Annotations.has(method, Api.APPLIES)) {
                read(type, method, aggregate, claims);
            }
        }
        return claims
                .settle((second, first) -> diagnostics.report(
                        second.claimant().read().spot(),
                        Problem.DUPLICATE_APPLIER,
                        second.target().name(),
                        first.claimant().read().described()))
                .stream()
                .map(settled -> methods.call(
                        settled.claimant().method(), settled.claimant().read(), settled.target(), Parameters.EVENT))
                .toList();
    }

    private void read(TypeElement type, ExecutableElement method, Optional<String> aggregate, Claims<Applier> claims) {
        SourceSpot spot =
                SourceSpot.of(types.ref(type)).member(types.signature(method)).annotation(Api.APPLIES);
        TypeMirror returned = types.known(method.getReturnType());
        ResultShape shape = returned.getKind() == TypeKind.VOID ? ResultShape.NOTHING : ResultShape.ONE;
        Applier applier = new Applier(method, methods.read(method, shape, spot));
        Optional<PayloadType> event = methods.payload(Kind.EVENT, method);
        event.ifPresent(payload ->
                claims.add(applier, payload.members().stream().map(Target::of).toList(), payload instanceof Family));
        if (methods.accepts(method, spot, Parameters.EVENT) && takesEvent(method, spot, aggregate, event)) {
            checkResult(type, method, spot, returned);
        }
    }

    private boolean takesEvent(
            ExecutableElement method, SourceSpot spot, Optional<String> aggregate, Optional<PayloadType> event) {
        if (event.isEmpty()) {
            diagnostics.report(
                    spot,
                    Problem.WRONG_PARAMETER,
                    method.getSimpleName(),
                    types.text(methods.parameter(method).orElseThrow()),
                    "takes a class that is marked @EventOf"
                            + aggregate.map(name -> "(\"" + name + "\")").orElse(""));
            return false;
        }
        Optional<String> other =
                aggregate.filter(name -> !name.equals(event.get().aggregate()));
        other.ifPresent(name -> diagnostics.report(
                spot,
                Problem.AGGREGATE_CONTRADICTION,
                method.getSimpleName() + "() takes " + event.get().type().nestedName(),
                Kind.EVENT.one(),
                event.get().aggregate(),
                "this is \"" + name + "\"",
                ""));
        return other.isEmpty();
    }

    private void checkResult(TypeElement type, ExecutableElement method, SourceSpot spot, TypeMirror returned) {
        boolean isState = types.names(returned, type.getQualifiedName().toString());
        boolean mutates = returned.getKind() == TypeKind.VOID && type.getKind() != ElementKind.RECORD;
        if (!isState && !mutates) {
            String name = type.getSimpleName().toString();
            diagnostics.report(
                    spot,
                    Problem.WRONG_RESULT,
                    method.getSimpleName(),
                    returned.getKind() == TypeKind.VOID ? "nothing" : types.text(returned),
                    type.getKind() == ElementKind.RECORD
                            ? "of a record returns the new " + name
                            : "returns " + name + ", or is void and assigns the fields");
        }
    }

    private record Applier(ExecutableElement method, UserMethod read) {}
}
