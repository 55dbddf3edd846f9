package dev.eventfold.es.processor;

import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads annotated classes into the contents of the module. */
final class ModuleReader {
    private final JavaTypes types;
    private final PayloadReader payloads;
    private final AggregateReader aggregates;
    private final ProcessManagerReader managers;
    private final KeyReader keys;
    private final Senders senders;
    private final Diagnostics diagnostics;
    private final ModuleContents contents;

    ModuleReader(Readers shared, Elements elements, ModuleContents contents) {
        ApplierReader appliers = new ApplierReader(shared);
        this.types = shared.types();
        this.payloads = shared.payloads();
        this.keys = new KeyReader(shared.types(), shared.forms(), elements, shared.diagnostics());
        this.aggregates = new AggregateReader(shared, appliers);
        this.managers = new ProcessManagerReader(shared, new ReactionReader(shared, keys), appliers);
        this.senders = new Senders(shared, elements);
        this.diagnostics = shared.diagnostics();
        this.contents = contents;
    }

    Senders senders() {
        return senders;
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
            readDefined(type);
            return true;
        } catch (MissingType later) {
            if (isDefined(type)) {
                contents.expect(name);
            }
            return false;
        }
    }

    /** Whether the classes of the module name it; events are named by definitions only, and what was expected is there already. */
    boolean isNeededByModule(ClassRef name) {
        return !contents.annotated().contains(name)
                && types.find(name)
                        .filter(type -> Annotations.has(type, Api.COMMAND_FOR) || isDefined(type))
                        .isPresent();
    }

    /** Whether there is to be a definition of it. */
    boolean isDefined(ClassRef name) {
        return types.find(name).filter(ModuleReader::isDefined).isPresent();
    }

    private static boolean isDefined(TypeElement type) {
        return Annotations.has(type, Api.AGGREGATE) || Annotations.has(type, Api.PROCESS_MANAGER);
    }

    private void readPayloads(TypeElement type) {
        for (Kind kind : Kind.values()) {
            if (Annotations.has(type, kind.annotation())) {
                payloads.read(kind, type).ifPresent(contents::add);
            }
        }
    }

    private void readDefined(TypeElement type) {
        boolean isAggregate = Annotations.has(type, Api.AGGREGATE);
        boolean isManager = Annotations.has(type, Api.PROCESS_MANAGER);
        if (isAggregate && isManager) {
            diagnostics.report(
                    SourceSpot.of(types.ref(type)).annotation(Api.PROCESS_MANAGER),
                    Problem.WRONG_CLASS,
                    type.getSimpleName(),
                    "an aggregate already, and a class is one or the other. Make it two classes");
        } else if (isAggregate) {
            contents.add(aggregates.read(type));
        } else if (isManager) {
            contents.add(managers.read(type));
        }
    }

    /** Checks keys that are taken from JSON against the classes of the events, where these are in sight. */
    void checkRawKeys() {
        for (ProcessManager manager : contents.managers()) {
            for (Reaction reaction : manager.reactions()) {
                if (reaction.key() instanceof Key.JsonMember member) {
                    contents.events().stream()
                            .flatMap(event -> event.members().stream())
                            .filter(event -> manager.narrowest(event)
                                    .filter(reaction::equals)
                                    .isPresent())
                            .forEach(event -> keys.read(member.name(), Optional.of(event), true, reaction.keySpot()));
                }
            }
        }
    }
}
