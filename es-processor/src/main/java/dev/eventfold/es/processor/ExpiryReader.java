package dev.eventfold.es.processor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Reads the reactions of a process manager to its timeouts. */
final class ExpiryReader {
    private final JavaTypes types;
    private final MethodReader methods;
    private final EffectReader effects;
    private final Diagnostics diagnostics;

    ExpiryReader(Readers shared) {
        this.types = shared.types();
        this.methods = shared.methods();
        this.effects = EffectReader.ofReactions(shared);
        this.diagnostics = shared.diagnostics();
    }

    /** One for each timeout, ordered by name. */
    List<Expiry> read(TypeElement type) {
        List<Expiry> expiries = new ArrayList<>();
        Map<String, Expiry> byConstant = new HashMap<>();
        for (ExecutableElement method : JavaTypes.methods(type)) {
            Optional<Annotations> values = Annotations.find(method, Api.ON_TIMEOUT);
            if (values.isPresent()) {
                Expiry expiry = read(type, method, values.get());
                Expiry first = byConstant.putIfAbsent(TimeoutConstant.of(expiry.name()), expiry);
                if (first == null) {
                    expiries.add(expiry);
                } else {
                    reportSecond(expiry, first);
                }
            }
        }
        expiries.sort(Comparator.comparing(Expiry::name));
        return expiries;
    }

    private Expiry read(TypeElement type, ExecutableElement method, Annotations values) {
        SourceSpot spot =
                SourceSpot.of(types.ref(type)).member(types.signature(method)).annotation(Api.ON_TIMEOUT);
        String name = values.requiredText("value");
        StoredNames.check(name, spot.value("value"), diagnostics);
        ResultRules.Outcome asked = effects.read(method);
        if (methods.accepts(method, spot, Parameters.TIMEOUT)) {
            effects.check(method, spot, asked);
        }
        return new Expiry(
                name,
                methods.read(method, !method.getParameters().isEmpty(), asked.shape(), spot),
                values.flag("ends"),
                asked.mayEnd(),
                effects.sends(method, values, spot));
    }

    private void reportSecond(Expiry second, Expiry first) {
        diagnostics.report(
                second.method().spot().value("value"),
                Problem.DUPLICATE_TIMEOUT,
                second.name(),
                first.name(),
                first.method().described(),
                TimeoutConstant.of(first.name()));
    }
}
