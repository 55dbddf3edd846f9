package dev.eventfold.es.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Reads the methods that fold events into the state, of aggregates and of process managers. */
final class ApplierReader {
    private final JavaTypes types;
    private final MethodReader methods;
    private final UnmarkedTypes unmarked;
    private final StateResults results;
    private final Diagnostics diagnostics;

    ApplierReader(Readers shared) {
        this.types = shared.types();
        this.methods = shared.methods();
        this.unmarked = shared.unmarked();
        this.results = new StateResults(shared.types(), shared.diagnostics());
        this.diagnostics = shared.diagnostics();
    }

    /** One case for each event; what an aggregate takes is noted, as its own events only are right. */
    List<Case> read(TypeElement type, Optional<String> aggregate, List<PayloadUse> uses) {
        Claims<Applier> claims = new Claims<>();
        for (ExecutableElement method : JavaTypes.methods(type)) {
            if (Annotations.has(method, Api.APPLIES)) {
                read(type, method, aggregate, claims, uses);
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

    private void read(
            TypeElement type,
            ExecutableElement method,
            Optional<String> aggregate,
            Claims<Applier> claims,
            List<PayloadUse> uses) {
        SourceSpot spot =
                SourceSpot.of(types.ref(type)).member(types.signature(method)).annotation(Api.APPLIES);
        ResultRules.Outcome after = results.read(method);
        Applier applier = new Applier(method, methods.read(method, after.shape(), spot));
        Optional<PayloadType> event = methods.payload(Kind.EVENT, method);
        event.ifPresent(payload ->
                claims.add(applier, payload.members().stream().map(Target::of).toList(), payload instanceof Family));
        if (methods.accepts(method, spot, Parameters.EVENT) && takesEvent(method, spot, aggregate, event, uses)) {
            results.check(method, spot, after);
        }
    }

    private boolean takesEvent(
            ExecutableElement method,
            SourceSpot spot,
            Optional<String> aggregate,
            Optional<PayloadType> event,
            List<PayloadUse> uses) {
        if (event.isEmpty()) {
            TypeMirror parameter = methods.parameter(method).orElseThrow();
            diagnostics.report(
                    spot,
                    unmarked.cause(parameter, Kind.EVENT, aggregate, MethodReader.called(method)),
                    Problem.WRONG_PARAMETER,
                    method.getSimpleName(),
                    types.text(parameter),
                    "takes a class that is marked @EventOf"
                            + aggregate.map(name -> "(\"" + name + "\")").orElse(""));
            return false;
        }
        uses.add(new PayloadUse(spot, method.getSimpleName().toString(), "takes", event.get()));
        return aggregate.filter(name -> !name.equals(event.get().aggregate())).isEmpty();
    }

    private record Applier(ExecutableElement method, UserMethod read) {}
}
