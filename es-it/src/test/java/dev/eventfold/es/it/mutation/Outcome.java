package dev.eventfold.es.it.mutation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What became of a mutant.
 *
 * @param mutant it
 * @param end how it ended
 * @param messages what was said
 * @param isAcceptedAlone whether the compiler takes it without the processor
 */
record Outcome(Mutant mutant, End end, List<Message> messages, boolean isAcceptedAlone) {
    /** How a mutant can end; the last is what must not be. */
    enum End {
        /** Exactly one message, which is ours: an error or a warning. */
        OURS,
        /** The compiler's own errors, and none of ours; it says them after our warnings, which can be true beside them. */
        JAVAC,
        /** Nothing is said, and what is generated is the same, but for the new name. */
        SAME,
        /** Nothing is said. */
        COMPILES,
        /** Anything else. */
        OUTSIDE
    }

    static Outcome of(Mutant mutant, Compiled original, Compiled now, Predicate<Mutant> isAcceptedAlone) {
        End end = end(mutant, original, now);
        boolean isSilent = end == End.SAME || end == End.COMPILES;
        return new Outcome(mutant, end, now.messages(), isSilent || (end == End.OURS && isAcceptedAlone.test(mutant)));
    }

    /** Whether the mistake could be made in silence, and could be told. */
    boolean counts() {
        return isAcceptedAlone && end != End.SAME && mutant.kind() != Mutant.Kind.DELETED_REACTION;
    }

    private static End end(Mutant mutant, Compiled original, Compiled now) {
        List<Message> messages = now.messages();
        if (messages.stream().anyMatch(Message::generated)) {
            return End.OUTSIDE;
        }
        if (messages.isEmpty()) {
            return isSame(mutant, original, now) ? End.SAME : End.COMPILES;
        }
        if (messages.stream().allMatch(Message::ours)) {
            return messages.size() == 1 ? End.OURS : End.OUTSIDE;
        }
        return messages.stream().allMatch(one -> one.ours() != one.error()) ? End.JAVAC : End.OUTSIDE;
    }

    private static boolean isSame(Mutant mutant, Compiled original, Compiled now) {
        UnaryOperator<String> before =
                text -> mutant.renamed().map(name -> name.undone(text)).orElse(text);
        return inOrder(original, UnaryOperator.identity()).equals(inOrder(now, before));
    }

    /** Each file by itself, its lines in the order of the alphabet: another name may stand in another place. */
    private static Map<String, List<String>> inOrder(Compiled compiled, UnaryOperator<String> named) {
        Map<String, List<String>> files = new TreeMap<>();
        compiled.written()
                .forEach((path, text) -> files.put(
                        named.apply(path), named.apply(text).lines().sorted().toList()));
        return files;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(end + " " + mutant);
        messages.forEach(message -> text.append("\n    ").append(message.text()));
        return text.toString();
    }
}
