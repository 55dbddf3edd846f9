package dev.eventfold.es.processor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.util.Elements;

/** Writes codecs beside the classes that declare payloads, each once, and knows which there are. */
final class CodecFiles {
    private final Elements elements;
    private final JavaTypes types;
    private final CodecReader reader;
    private final SourceFiles files;
    private final Set<ClassRef> done = new HashSet<>();
    private final Map<ClassRef, Boolean> there = new HashMap<>();

    CodecFiles(Elements elements, JavaTypes types, CodecReader reader, SourceFiles files) {
        this.elements = elements;
        this.types = types;
        this.reader = reader;
        this.files = files;
    }

    /** Writes what is new; false when no file came of it. */
    boolean write(ModuleContents contents) {
        SortedMap<ClassRef, SortedSet<ClassRef>> byOutermost = new TreeMap<>();
        stored(contents)
                .filter(type -> !done.contains(CodecContents.outermost(type)))
                .forEach(type -> byOutermost
                        .computeIfAbsent(CodecContents.outermost(type), outermost -> new TreeSet<>())
                        .add(type));
        boolean created = false;
        for (Map.Entry<ClassRef, SortedSet<ClassRef>> declared : byOutermost.entrySet()) {
            done.add(declared.getKey());
            created |= write(declared.getKey(), declared.getValue());
        }
        return created;
    }

    /** What is compiled here; the rest has its codec from the compile that saw it. */
    private static Stream<ClassRef> stored(ModuleContents contents) {
        Stream<Payload> payloads = Stream.of(contents.commands(), contents.events())
                .flatMap(known -> known.stream().flatMap(type -> type.members().stream()))
                .filter(Payload::sound);
        Stream<EventConsumer<?>> states =
                contents.consumers().stream().filter(consumer -> consumer.sound() && isStored(consumer));
        return Stream.concat(payloads, states).filter(Declared::compiledHere).map(Declared::type);
    }

    /** A subscriber is the user's object; of the others generated code makes one from its state. */
    static boolean isStored(EventConsumer<?> consumer) {
        return consumer.kind() != ConsumerKind.SUBSCRIBER;
    }

    private boolean write(ClassRef outermost, SortedSet<ClassRef> payloads) {
        ClassRef name = CodecContents.nameOf(outermost);
        there.put(name, false);
        return reader.read(outermost, payloads)
                .map(contents -> {
                    SourceFiles.Outcome outcome = files.write(
                            CodecWriter.write(contents), types.find(outermost).map(elements::getModuleOf));
                    there.put(name, outcome != SourceFiles.Outcome.ABSENT);
                    return outcome == SourceFiles.Outcome.CREATED;
                })
                .orElse(false);
    }

    /** The codecs of classes, those too that an earlier compile or another module has, as far as a package can name them. */
    List<ClassRef> of(Stream<? extends Declared> stored, String packageName) {
        return stored.filter(type -> type.reaches(packageName))
                .map(type -> CodecContents.nameOf(type.type()))
                .distinct()
                .filter(this::isThere)
                .sorted()
                .toList();
    }

    private boolean isThere(ClassRef codec) {
        return there.computeIfAbsent(
                codec,
                name -> types.find(name)
                        .filter(type -> Annotations.has(type, Api.EVENTFOLD_GENERATED))
                        .isPresent());
    }
}
