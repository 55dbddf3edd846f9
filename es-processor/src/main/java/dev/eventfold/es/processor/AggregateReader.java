package dev.eventfold.es.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads an aggregate. */
final class AggregateReader {
    private final JavaTypes types;
    private final PayloadReader payloads;
    private final MethodReader methods;
    private final ResultReader results;
    private final ApplierReader appliers;
    private final ClassChecks classes;
    private final Diagnostics diagnostics;
    private final Predicate<TypeElement> compiledHere;

    AggregateReader(Readers shared, ApplierReader appliers) {
        this.types = shared.types();
        this.payloads = shared.payloads();
        this.methods = shared.methods();
        this.results = new ResultReader(shared.types());
        this.appliers = appliers;
        this.classes = new ClassChecks(shared.types(), shared.diagnostics());
        this.diagnostics = shared.diagnostics();
        this.compiledHere = shared.compiledHere();
    }

    Aggregate read(TypeElement type) {
        int errors = diagnostics.errors();
        ClassRef ref = types.ref(type);
        SourceSpot spot = SourceSpot.of(ref).annotation(Api.AGGREGATE);
        String name = Annotations.find(type, Api.AGGREGATE).orElseThrow().text("value");
        StoredNames.check(name, spot.value("value"), diagnostics);
        classes.accepts(type, spot);
        List<PayloadType> produced = new ArrayList<>();
        List<Case> handled = handlers(type, name, produced);
        List<Case> applied = appliers.read(type, Optional.of(name));
        return new Aggregate(
                ref,
                name,
                handled,
                applied,
                produced,
                types.lint(type),
                types.visibility(type),
                diagnostics.errors() == errors,
                compiledHere.test(type));
    }

    private List<Case> handlers(TypeElement type, String aggregate, List<PayloadType> produced) {
        Claims<Handler> claims = new Claims<>();
        for (ExecutableElement method : JavaTypes.methods(type)) {
            if (Annotations.has(method, Api.HANDLES)) {
                read(method, aggregate, claims, produced);
            }
        }
        return claims
                .settle((second, first) -> diagnostics.report(
                        second.claimant().read().spot(),
                        Problem.DUPLICATE_HANDLER,
                        second.target().name(),
                        first.claimant().read().name()))
                .stream()
                .map(settled -> methods.call(
                        settled.claimant().method(), settled.claimant().read(), settled.target(), Kind.COMMAND))
                .toList();
    }

    private void read(ExecutableElement method, String aggregate, Claims<Handler> claims, List<PayloadType> produced) {
        SourceSpot spot = spot(method);
        ResultReader.Result result = results.read(method.getReturnType());
        Handler handler = new Handler(method, methods.read(method, result.shape(), spot));
        Optional<PayloadType> command = methods.payload(Kind.COMMAND, method);
        command.ifPresent(payload ->
                claims.add(handler, payload.members().stream().map(Target::of).toList(), payload instanceof Family));
        if (methods.accepts(method, spot, Kind.COMMAND) && takesOwn(method, spot, aggregate, command)) {
            produced.addAll(produced(method, spot, aggregate, result).stream().toList());
        }
    }

    private boolean takesOwn(
            ExecutableElement method, SourceSpot spot, String aggregate, Optional<PayloadType> command) {
        if (command.isEmpty()) {
            diagnostics.report(
                    spot,
                    Problem.WRONG_PARAMETER,
                    method.getSimpleName(),
                    types.text(methods.parameter(method).orElseThrow()),
                    "takes a class that is marked @CommandFor(\"" + aggregate + "\")");
            return false;
        }
        if (!command.get().aggregate().equals(aggregate)) {
            diagnostics.report(
                    spot,
                    Problem.AGGREGATE_CONTRADICTION,
                    method.getSimpleName() + "() takes " + command.get().type().nestedName(),
                    "command",
                    command.get().aggregate(),
                    "this is \"" + aggregate + "\"",
                    "");
            return false;
        }
        return true;
    }

    private Optional<PayloadType> produced(
            ExecutableElement method, SourceSpot spot, String aggregate, ResultReader.Result result) {
        if (result.shape() == ResultShape.NOTHING) {
            return Optional.empty();
        }
        Optional<PayloadType> event = result.element()
                .flatMap(element -> payloads.read(Kind.EVENT, element))
                .filter(found -> found.aggregate().equals(aggregate));
        if (event.isEmpty()) {
            TypeMirror returned = method.getReturnType();
            diagnostics.report(
                    spot,
                    Problem.WRONG_RESULT,
                    method.getSimpleName(),
                    returned.getKind() == TypeKind.VOID ? "nothing" : types.text(returned),
                    "returns an event of \"" + aggregate + "\" or a sealed family of them: "
                            + "void, T, Optional<T>, List<T> or Stream<T>");
        }
        return event;
    }

    private SourceSpot spot(ExecutableElement method) {
        return SourceSpot.of(types.ref(JavaTypes.owner(method)))
                .member(types.signature(method))
                .annotation(Api.HANDLES);
    }

    private record Handler(ExecutableElement method, UserMethod read) {}
}
