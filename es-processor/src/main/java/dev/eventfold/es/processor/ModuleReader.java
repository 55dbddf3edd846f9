package dev.eventfold.es.processor;

import java.util.Optional;
import java.util.function.Predicate;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/** Reads annotated classes into the contents of the module. */
final class ModuleReader {
    private final JavaTypes types;
    private final PayloadReader payloads;
    private final AggregateReader aggregates;
    private final ProcessManagerReader managers;
    private final ModuleContents contents;

    private ModuleReader(Readers shared, KeyReader keys, ModuleContents contents) {
        ApplierReader appliers = new ApplierReader(shared);
        this.types = shared.types();
        this.payloads = shared.payloads();
        this.aggregates = new AggregateReader(shared, appliers);
        this.managers = new ProcessManagerReader(shared, new ReactionReader(shared, keys), appliers);
        this.contents = contents;
    }

    static ModuleReader of(
            ProcessingEnvironment environment,
            JavaTypes types,
            Diagnostics diagnostics,
            Predicate<TypeElement> compiledHere,
            ModuleContents contents) {
        TextFormReader forms = new TextFormReader(types);
        PayloadReader payloads = new PayloadReader(types, forms, diagnostics, compiledHere);
        MethodReader methods = new MethodReader(types, payloads, diagnostics);
        return new ModuleReader(
                new Readers(types, payloads, methods, diagnostics, compiledHere),
                new KeyReader(types, forms, environment.getElementUtils(), diagnostics),
                contents);
    }

    /** Reads one class; false when it names a type that is not there yet. */
    boolean read(ClassRef name) {
        Optional<TypeElement> found = types.find(name);
        if (found.isEmpty()) {
            return true;
        }
        TypeElement type = found.get();
        try {
            readPayloads(type);
            if (Annotations.has(type, Api.AGGREGATE)) {
                contents.add(aggregates.read(type));
            }
            if (Annotations.has(type, Api.PROCESS_MANAGER)) {
                contents.add(managers.read(type));
            }
            return true;
        } catch (MissingType later) {
            expect(type, name);
            return false;
        }
    }

    private void readPayloads(TypeElement type) {
        for (Kind kind : Kind.values()) {
            if (Annotations.has(type, kind.annotation())) {
                payloads.read(kind, type).ifPresent(contents::add);
            }
        }
    }

    private void expect(TypeElement type, ClassRef name) {
        if (Annotations.has(type, Api.AGGREGATE)) {
            contents.expectAggregate(name, storedName(type, Api.AGGREGATE));
        }
        if (Annotations.has(type, Api.PROCESS_MANAGER)) {
            contents.expectManager(name, storedName(type, Api.PROCESS_MANAGER));
        }
    }

    private static String storedName(TypeElement type, String annotation) {
        try {
            return Annotations.find(type, annotation).orElseThrow().text("value");
        } catch (MissingType unresolved) {
            return "";
        }
    }
}
