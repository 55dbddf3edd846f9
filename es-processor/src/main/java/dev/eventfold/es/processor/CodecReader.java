package dev.eventfold.es.processor;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the payloads that generated code can read and write whole: those of which it reaches every part. */
final class CodecReader {
    /** What the bytecode of a class may hold of names of members, with room to spare. */
    private static final int MOST_NAMES = 4_000;

    private final CodedTypeReader types;

    CodecReader(CodedTypeReader types) {
        this.types = types;
    }

    /**
     * Reads the codec of what one class declares.
     *
     * @param outermost the class
     * @param payloads commands, events and states in it
     * @return empty when none of them is covered
     */
    Optional<CodecContents> read(ClassRef outermost, Collection<ClassRef> payloads) {
        SortedMap<ClassRef, CodedType> covered = new TreeMap<>();
        SortedMap<ClassRef, CodedType> all = new TreeMap<>();
        for (ClassRef payload : payloads) {
            SortedMap<ClassRef, CodedType> reached = reached(payload, outermost.packageName());
            if (!reached.isEmpty() && names(all.values()) + names(reached.values()) <= MOST_NAMES) {
                covered.put(payload, reached.get(payload));
                all.putAll(reached);
            }
        }
        all.keySet().removeAll(covered.keySet());
        return covered.isEmpty()
                ? Optional.empty()
                : Optional.of(new CodecContents(outermost, List.copyOf(covered.values()), List.copyOf(all.values())));
    }

    private static int names(Collection<CodedType> coded) {
        return coded.stream().mapToInt(type -> type.members().size() + 1).sum();
    }

    /** The payload and all that it is made of; nothing when a part is missing. */
    private SortedMap<ClassRef, CodedType> reached(ClassRef payload, String packageName) {
        SortedMap<ClassRef, CodedType> reached = new TreeMap<>();
        Set<ClassRef> seen = new HashSet<>(Set.of(payload));
        Deque<ClassRef> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            ClassRef next = open.remove();
            Optional<CodedType> coded = types.read(next).filter(found -> isInReach(found, packageName));
            if (coded.isEmpty()) {
                return new TreeMap<>();
            }
            reached.put(next, coded.get());
            coded.get().structures().map(Declaration::type).filter(seen::add).forEach(open::add);
        }
        return reached;
    }

    private static boolean isInReach(CodedType coded, String packageName) {
        return coded.access().reaches(coded.type().packageName(), packageName)
                && coded.named()
                        .allMatch(
                                named -> named.visibility().reaches(named.type().packageName(), packageName));
    }
}
