package dev.eventfold.es.processor;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.util.Elements;

/** Writes the definitions of what was read and found sound, each once. */
final class DefinitionFiles {
    private final Elements elements;
    private final JavaTypes types;
    private final SourceFiles files;
    private final CodecFiles codecs;
    private final WiringReader wirings;
    private final Set<ClassRef> done = new HashSet<>();

    DefinitionFiles(Elements elements, JavaTypes types, SourceFiles files, CodecFiles codecs, WiringReader wirings) {
        this.elements = elements;
        this.types = types;
        this.files = files;
        this.codecs = codecs;
        this.wirings = wirings;
    }

    /** Writes what is new; false when no file came of it, so that no further round is sure. */
    boolean write(ModuleContents contents) {
        boolean created = codecs.write(contents);
        for (Aggregate aggregate : contents.aggregates()) {
            if (aggregate.sound() && done.add(aggregate.type())) {
                created |= write(AggregateWriter.write(aggregate, codecs(aggregate)), aggregate.type(), contents);
            }
        }
        for (EventConsumer<?> consumer : contents.consumers()) {
            if (consumer.sound() && done.add(consumer.type())) {
                created |= write(
                        definition(contents.eventNames().all(consumer), codecs(consumer)), consumer.type(), contents);
            }
        }
        return created;
    }

    private GeneratedClass definition(EventConsumer<?> consumer, List<ClassRef> codecs) {
        if (consumer instanceof ProcessManager manager) {
            return ProcessManagerWriter.write(manager, codecs);
        }
        return consumer instanceof Projection projection
                ? ProjectionWriter.write(projection, wirings.read(projection), codecs)
                : SubscriberWriter.write((Subscriber) consumer, codecs);
    }

    private List<ClassRef> codecs(Aggregate aggregate) {
        Stream<Case> cases = Stream.concat(aggregate.handlers().stream(), aggregate.appliers().stream());
        return codecs.of(
                cases.flatMap(call -> call.target().payload().stream()),
                aggregate.type().packageName());
    }

    private List<ClassRef> codecs(EventConsumer<?> consumer) {
        Stream<Declared> taken = consumer.cases().flatMap(call -> call.target().payload().stream());
        Stream<Declared> state = CodecFiles.isStored(consumer) ? Stream.of(consumer) : Stream.empty();
        return codecs.of(Stream.concat(state, taken), consumer.type().packageName());
    }

    private boolean write(GeneratedClass definition, ClassRef source, ModuleContents contents) {
        SourceFiles.Outcome outcome = files.write(definition, types.find(source).map(elements::getModuleOf));
        if (outcome != SourceFiles.Outcome.ABSENT) {
            contents.define(source);
        }
        return outcome == SourceFiles.Outcome.CREATED;
    }
}
