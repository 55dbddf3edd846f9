package dev.eventfold.es.processor;

import javax.lang.model.element.TypeElement;

/** Reads a projection. */
final class ProjectionReader {
    private final JavaTypes types;
    private final DeclarationReader declarations;
    private final ReactionReader reactions;
    private final ClassChecks classes;
    private final StateChecks state;
    private final ConsumerChecks checks;
    private final Diagnostics diagnostics;

    ProjectionReader(Readers shared, KeyReader keys) {
        this.types = shared.types();
        this.declarations = shared.declarations();
        this.reactions = new ReactionReader(
                shared, keys, ConsumerKind.PROJECTION, new StateResults(shared.types(), shared.diagnostics()));
        this.classes = new ClassChecks(shared.types(), shared.diagnostics());
        this.state = new StateChecks(shared);
        this.checks = new ConsumerChecks(shared.diagnostics());
        this.diagnostics = shared.diagnostics();
    }

    Projection read(TypeElement type) {
        int errors = diagnostics.errors();
        SourceSpot spot = SourceSpot.of(types.ref(type)).annotation(Api.PROJECTION);
        Annotations values = Annotations.find(type, Api.PROJECTION).orElseThrow();
        String name = values.requiredText("value");
        int version = values.number("version", 1);
        StoredNames.check(name, spot.value("value"), diagnostics);
        if (version < 1) {
            diagnostics.report(spot.value("version"), Problem.BAD_VERSION, version);
        }
        if (classes.accepts(type, spot)) {
            state.check(type);
        }
        ReactionReader.Read read = reactions.read(type, "");
        checks.checkAny(read, type, ConsumerKind.PROJECTION, spot);
        Projection projection =
                new Projection(declarations.readMade(type), name, version, read.reactions(), read.stated(), true);
        checks.check(projection);
        return projection.sound(diagnostics.errors() == errors && ConsumerChecks.namesSoundTypes(projection));
    }
}
