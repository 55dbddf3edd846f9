package dev.eventfold.es.processor;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Reads a process manager. */
final class ProcessManagerReader {
    private static final String SILENCE = "eventfold:";

    private final JavaTypes types;
    private final ReactionReader reactions;
    private final ApplierReader appliers;
    private final ClassChecks classes;
    private final Diagnostics diagnostics;
    private final Predicate<TypeElement> compiledHere;

    ProcessManagerReader(Readers shared, ReactionReader reactions, ApplierReader appliers) {
        this.types = shared.types();
        this.reactions = reactions;
        this.appliers = appliers;
        this.classes = new ClassChecks(shared.types(), shared.diagnostics());
        this.diagnostics = shared.diagnostics();
        this.compiledHere = shared.compiledHere();
    }

    ProcessManager read(TypeElement type) {
        int errors = diagnostics.errors();
        ClassRef ref = types.ref(type);
        SourceSpot spot = SourceSpot.of(ref).annotation(Api.PROCESS_MANAGER);
        Annotations values = Annotations.find(type, Api.PROCESS_MANAGER).orElseThrow();
        StoredNames.check(values.text("value"), spot.value("value"), diagnostics);
        classes.accepts(type, spot);
        List<Reaction> read = reactions.read(type, values.text("key"));
        List<Case> applied = appliers.read(type, Optional.empty());
        return new ProcessManager(
                ref,
                values.text("value"),
                policy(values),
                read.stream()
                        .sorted(Comparator.comparing(Reaction::target, Target.ORDER))
                        .toList(),
                applied,
                silenced(type),
                types.lint(type),
                types.visibility(type),
                diagnostics.errors() == errors,
                compiledHere.test(type));
    }

    private static ProcessManager.Policy policy(Annotations values) {
        return new ProcessManager.Policy(
                values.constant("onFailure", "PARK"), values.constant("startFrom", "UNSTATED"), values.flag("strict"));
    }

    private static Set<String> silenced(TypeElement type) {
        Set<String> keys = new TreeSet<>();
        for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
            SuppressWarnings suppressed = at.getAnnotation(SuppressWarnings.class);
            for (String key : suppressed == null ? new String[0] : suppressed.value()) {
                if (key.startsWith(SILENCE)) {
                    keys.add(key.substring(SILENCE.length()));
                }
            }
        }
        return keys;
    }
}
