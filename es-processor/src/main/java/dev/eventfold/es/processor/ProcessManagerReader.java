package dev.eventfold.es.processor;

import java.util.ArrayList;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** Reads a process manager. */
final class ProcessManagerReader {
    private final JavaTypes types;
    private final DeclarationReader declarations;
    private final EvolutionReader evolutions;
    private final ReactionReader reactions;
    private final AnswerReader answers;
    private final ExpiryReader expiries;
    private final ApplierReader appliers;
    private final ClassChecks classes;
    private final ConsumerChecks consumers;
    private final ProcessManagerChecks checks;
    private final StateChecks state;
    private final Diagnostics diagnostics;

    ProcessManagerReader(Readers shared, KeyReader keys, ApplierReader appliers) {
        this.types = shared.types();
        this.declarations = shared.declarations();
        this.evolutions =
                new EvolutionReader(shared.types(), shared.forms(), shared.declarations(), shared.diagnostics());
        this.reactions =
                new ReactionReader(shared, keys, ConsumerKind.PROCESS_MANAGER, EffectReader.ofReactions(shared));
        this.answers = new AnswerReader(shared);
        this.expiries = new ExpiryReader(shared);
        this.appliers = appliers;
        this.classes = new ClassChecks(shared.types(), shared.diagnostics());
        this.consumers = new ConsumerChecks(shared.diagnostics());
        this.checks = new ProcessManagerChecks(shared.diagnostics());
        this.state = new StateChecks(shared);
        this.diagnostics = shared.diagnostics();
    }

    ProcessManager read(TypeElement type) {
        int errors = diagnostics.errors();
        SourceSpot spot = SourceSpot.of(types.ref(type)).annotation(Api.PROCESS_MANAGER);
        Annotations values = Annotations.find(type, Api.PROCESS_MANAGER).orElseThrow();
        StoredNames.check(values.requiredText("value"), spot.value("value"), diagnostics);
        if (classes.accepts(type, spot)) {
            state.check(type);
        }
        ReactionReader.Read read = reactions.read(type, values.text("key"));
        consumers.checkAny(read, type, ConsumerKind.PROCESS_MANAGER, spot);
        ProcessManager manager = new ProcessManager(
                declarations.readMade(type),
                values.requiredText("value"),
                policy(values),
                evolutions.read(type, Optional.of(values), spot),
                read.reactions(),
                answers.read(type),
                expiries.read(type),
                read.stated(),
                appliers.read(type, Optional.empty(), new ArrayList<>()),
                true);
        consumers.check(manager);
        checks.check(manager);
        return manager.sound(diagnostics.errors() == errors && ConsumerChecks.namesSoundTypes(manager));
    }

    private static ProcessManager.Policy policy(Annotations values) {
        return new ProcessManager.Policy(
                values.constant("onFailure", "PARK"), values.constant("startFrom", "UNSTATED"), values.flag("strict"));
    }
}
