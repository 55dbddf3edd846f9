package dev.eventfold.es.processor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Reads an aggregate. */
final class AggregateReader {
    private final JavaTypes types;
    private final DeclarationReader declarations;
    private final PayloadReader payloads;
    private final MethodReader methods;
    private final ResultReader results;
    private final ApplierReader appliers;
    private final ClassChecks classes;
    private final UnmarkedTypes unmarked;
    private final Diagnostics diagnostics;

    AggregateReader(Readers shared, ApplierReader appliers) {
        this.types = shared.types();
        this.declarations = shared.declarations();
        this.payloads = shared.payloads();
        this.methods = shared.methods();
        this.results = new ResultReader(shared.types());
        this.appliers = appliers;
        this.classes = new ClassChecks(shared.types(), shared.diagnostics());
        this.unmarked = shared.unmarked();
        this.diagnostics = shared.diagnostics();
    }

    Aggregate read(TypeElement type) {
        int errors = diagnostics.errors();
        SourceSpot spot = SourceSpot.of(types.ref(type)).annotation(Api.AGGREGATE);
        String name = Annotations.find(type, Api.AGGREGATE).orElseThrow().requiredText("value");
        StoredNames.check(name, spot.value("value"), diagnostics);
        classes.accepts(type, spot);
        Map<ExecutableElement, PayloadType> produced = new HashMap<>();
        List<PayloadUse> uses = new ArrayList<>();
        List<Claims.Settled<Handler>> settled = handlers(type, name, produced, uses);
        List<Case> handled = settled.stream().map(this::call).toList();
        List<Case> applied = appliers.read(type, Optional.of(name), uses);
        Aggregate aggregate = new Aggregate(
                declarations.readMade(type),
                name,
                handled,
                applied,
                outcomes(settled, produced),
                families(handled, applied, produced.values()),
                understood(type, name),
                uses,
                true);
        AccessChecks.check(aggregate, diagnostics);
        return aggregate.sound(diagnostics.errors() == errors && namesSoundTypes(aggregate) && usesItsOwn(aggregate));
    }

    private static boolean usesItsOwn(Aggregate aggregate) {
        return aggregate.uses().stream()
                .allMatch(use -> use.payload().aggregate().equals(aggregate.name()));
    }

    private List<PayloadType> families(List<Case> handled, List<Case> applied, Collection<PayloadType> produced) {
        // Each is read once; to compare their members would take the square of them.
        Set<PayloadType> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return Stream.concat(
                        Stream.concat(handled.stream(), applied.stream())
                                .flatMap(call -> call.target().payload().stream()),
                        produced.stream())
                .flatMap(payload -> payloads.families(payload).stream())
                .filter(seen::add)
                .toList();
    }

    /** A method that takes something else may have been meant for a command or event that no other takes. */
    private Set<Kind> understood(TypeElement type, String aggregate) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        if (classes.showsMethods(type)) {
            for (Kind kind : Kind.values()) {
                String annotation = kind == Kind.COMMAND ? Api.HANDLES : Api.APPLIES;
                boolean clear = JavaTypes.methods(type).stream()
                        .filter(method -> Annotations.has(method, annotation))
                        .allMatch(method -> methods.payload(kind, method)
                                .filter(payload -> payload.aggregate().equals(aggregate))
                                .isPresent());
                if (clear) {
                    kinds.add(kind);
                }
            }
        }
        return kinds;
    }

    private static boolean namesSoundTypes(Aggregate aggregate) {
        return Stream.of(aggregate.handlers(), aggregate.appliers())
                .flatMap(List::stream)
                .flatMap(call -> call.target().payload().stream())
                .allMatch(Payload::sound);
    }

    private List<Claims.Settled<Handler>> handlers(
            TypeElement type, String aggregate, Map<ExecutableElement, PayloadType> produced, List<PayloadUse> uses) {
        Claims<Handler> claims = new Claims<>();
        for (ExecutableElement method : JavaTypes.methods(type)) {
            if (Annotations.has(method, Api.HANDLES)) {
                read(method, aggregate, claims, produced, uses);
            }
        }
        return claims.settle((second, first) -> diagnostics.report(
                second.claimant().read().spot(),
                Problem.DUPLICATE_HANDLER,
                second.target().name(),
                first.claimant().read().described()));
    }

    private Case call(Claims.Settled<Handler> settled) {
        return methods.call(
                settled.claimant().method(), settled.claimant().read(), settled.target(), Parameters.COMMAND);
    }

    private static Map<String, PayloadType> outcomes(
            List<Claims.Settled<Handler>> handled, Map<ExecutableElement, PayloadType> produced) {
        Map<String, PayloadType> outcomes = new HashMap<>();
        for (Claims.Settled<Handler> settled : handled) {
            PayloadType outcome = produced.get(settled.claimant().method());
            if (outcome != null) {
                outcomes.put(settled.target().name(), outcome);
            }
        }
        return outcomes;
    }

    private void read(
            ExecutableElement method,
            String aggregate,
            Claims<Handler> claims,
            Map<ExecutableElement, PayloadType> produced,
            List<PayloadUse> uses) {
        SourceSpot spot = spot(method);
        ResultReader.Result result = results.read(method.getReturnType());
        Handler handler = new Handler(method, methods.read(method, result.shape(), spot));
        Optional<PayloadType> command = methods.payload(Kind.COMMAND, method);
        command.ifPresent(payload ->
                claims.add(handler, payload.members().stream().map(Target::of).toList(), payload instanceof Family));
        if (methods.accepts(method, spot, Parameters.COMMAND) && takesOwn(method, spot, aggregate, command, uses)) {
            produced(method, spot, aggregate, result, uses).ifPresent(event -> produced.put(method, event));
        }
    }

    private boolean takesOwn(
            ExecutableElement method,
            SourceSpot spot,
            String aggregate,
            Optional<PayloadType> command,
            List<PayloadUse> uses) {
        if (command.isEmpty()) {
            TypeMirror parameter = methods.parameter(method).orElseThrow();
            diagnostics.report(
                    spot,
                    unmarked.cause(parameter, Kind.COMMAND, Optional.of(aggregate), MethodReader.called(method)),
                    Problem.WRONG_PARAMETER,
                    method.getSimpleName(),
                    types.text(parameter),
                    "takes a class that is marked @CommandFor(\"" + aggregate + "\")");
            return false;
        }
        uses.add(new PayloadUse(spot, method.getSimpleName().toString(), "takes", command.get()));
        return command.get().aggregate().equals(aggregate);
    }

    private Optional<PayloadType> produced(
            ExecutableElement method,
            SourceSpot spot,
            String aggregate,
            ResultReader.Result result,
            List<PayloadUse> uses) {
        if (result.shape() == ResultShape.NOTHING) {
            return Optional.empty();
        }
        Optional<PayloadType> event = result.element().flatMap(element -> payloads.read(Kind.EVENT, element));
        if (event.isEmpty()) {
            diagnostics.report(
                    spot,
                    result.element()
                            .map(type -> unmarked.cause(
                                    type, Kind.EVENT, Optional.of(aggregate), MethodReader.called(method)))
                            .orElse(Cause.of(spot)),
                    Problem.WRONG_RESULT,
                    method.getSimpleName(),
                    types.text(method.getReturnType()),
                    "returns void, T, Optional<T>, List<T> or Stream<T>, where T is an event of \"" + aggregate
                            + "\" or a sealed family of them");
        }
        event.ifPresent(
                own -> uses.add(new PayloadUse(spot, method.getSimpleName().toString(), "returns", own)));
        return event.filter(own -> own.aggregate().equals(aggregate));
    }

    private SourceSpot spot(ExecutableElement method) {
        return SourceSpot.of(types.ref(JavaTypes.owner(method)))
                .member(types.signature(method))
                .annotation(Api.HANDLES);
    }

    private record Handler(ExecutableElement method, UserMethod read) {}
}
