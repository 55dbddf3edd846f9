package dev.eventfold.es.processor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads annotated classes into the contents of the module. */
final class ModuleReader {
    private static final List<String> ROLES =
            List.of(Api.AGGREGATE, Api.PROCESS_MANAGER, Api.PROJECTION, Api.SUBSCRIBER);

    private final JavaTypes types;
    private final PayloadReader payloads;
    private final AggregateReader aggregates;
    private final ProcessManagerReader managers;
    private final ProjectionReader projections;
    private final SubscriberReader subscribers;
    private final KeyReader keys;
    private final Senders senders;
    private final Diagnostics diagnostics;
    private final ModuleContents contents;

    ModuleReader(Readers shared, Elements elements, ModuleContents contents) {
        ApplierReader appliers = new ApplierReader(shared);
        this.types = shared.types();
        this.payloads = shared.payloads();
        this.keys = new KeyReader(shared, elements);
        this.aggregates = new AggregateReader(shared, appliers);
        this.managers = new ProcessManagerReader(shared, keys, appliers);
        this.projections = new ProjectionReader(shared, keys);
        this.subscribers = new SubscriberReader(shared, keys);
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
        return !roles(type).isEmpty();
    }

    /** What the class says it is; one thing, if all is well. */
    private static List<String> roles(TypeElement type) {
        return ROLES.stream().filter(role -> Annotations.has(type, role)).toList();
    }

    private void readPayloads(TypeElement type) {
        for (Kind kind : Kind.values()) {
            if (Annotations.has(type, kind.annotation())) {
                payloads.read(kind, type).ifPresent(contents::add);
            }
        }
    }

    private void readDefined(TypeElement type) {
        List<String> roles = roles(type);
        if (roles.size() > 1) {
            diagnostics.report(
                    SourceSpot.of(types.ref(type)).annotation(roles.get(1)),
                    Problem.WRONG_CLASS,
                    type.getSimpleName(),
                    one(roles.get(0)) + " already, and a class is one or the other. Make it two classes");
        } else if (!roles.isEmpty()) {
            readAs(roles.get(0), type);
        }
    }

    private void readAs(String role, TypeElement type) {
        switch (role) {
            case Api.AGGREGATE -> contents.add(aggregates.read(type));
            case Api.PROCESS_MANAGER -> contents.add(managers.read(type));
            case Api.PROJECTION -> contents.add(projections.read(type));
            default -> contents.add(subscribers.read(type));
        }
    }

    private static String one(String role) {
        return Stream.of(ConsumerKind.values())
                .filter(kind -> kind.annotation().equals(role))
                .map(kind -> "a " + kind.word())
                .findFirst()
                .orElse("an aggregate");
    }

    /** Checks keys that are taken from JSON against the classes of the events, where these are in sight. */
    void checkRawKeys() {
        for (EventConsumer<?> consumer : contents.consumers()) {
            for (Reaction reaction : consumer.reactions()) {
                if (reaction.key() instanceof Key.JsonMember member) {
                    contents.events().stream()
                            .flatMap(event -> event.members().stream())
                            .filter(event -> consumer.narrowest(event)
                                    .filter(reaction::equals)
                                    .isPresent())
                            .forEach(event -> keys.read(member.name(), Optional.of(event), true, reaction.keySpot()));
                }
            }
        }
    }
}
