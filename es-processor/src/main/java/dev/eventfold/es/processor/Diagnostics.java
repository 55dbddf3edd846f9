package dev.eventfold.es.processor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Messager;

/**
 * Collects what there is to say. Errors go out at the end of a round, for javac takes no further file once one is out; warnings, and errors that
 * follow from others, at the very end and only where nothing is wrong, for they would tell of the same mistake once more. What follows from one
 * cause is one message.
 */
final class Diagnostics {
    private final SpotFinder finder;
    private final Messager messager;
    private final List<Message> pending = new ArrayList<>();
    private final Set<Message> said = new HashSet<>();
    private int errors;
    private boolean isBroken;

    Diagnostics(SpotFinder finder, Messager messager) {
        this.finder = finder;
        this.messager = messager;
    }

    /** Notes a problem, once however often a class is read. */
    void report(SourceSpot spot, Problem problem, Object... facts) {
        report(spot, Cause.of(spot, problem, List.of(facts)), problem, facts);
    }

    /** Notes a problem that others may have in common with it. */
    void report(SourceSpot spot, Cause cause, Problem problem, Object... facts) {
        Message message = new Message(spot, cause, problem, problem.message(facts));
        if (said.add(message)) {
            pending.add(message);
        }
        errors += problem.isWarning() ? 0 : 1;
    }

    /** As {@link #report}, but one problem is noted once at one spot, whatever the facts: for what each member of a family would repeat. */
    void reportOnce(SourceSpot spot, Problem problem, Object... facts) {
        reportOnce(spot, Cause.of(spot, problem), problem, facts);
    }

    void reportOnce(SourceSpot spot, Cause cause, Problem problem, Object... facts) {
        boolean known = said.stream().anyMatch(message -> message.spot().equals(spot) && message.problem() == problem);
        if (known) {
            errors += problem.isWarning() ? 0 : 1;
        } else {
            report(spot, cause, problem, facts);
        }
    }

    /** How many errors were noted since the compilation began, one that was noted before counted again. */
    int errors() {
        return errors;
    }

    /** Says the errors. */
    void flush() {
        List<Message> wrong = pending.stream()
                .filter(one -> !one.problem().isWarning() && !one.problem().followsFromOthers())
                .toList();
        pending.removeAll(wrong);
        isBroken |= !wrong.isEmpty();
        say(wrong);
    }

    /**
     * Says what is left, unless it follows from what is wrong.
     *
     * @param isSound whether the compiler has found no error either
     */
    void finish(boolean isSound) {
        flush();
        if (isSound && !isBroken) {
            say(pending.stream()
                    .filter(one -> errors == 0 || one.problem().followsFromOthers())
                    .toList());
        }
        pending.clear();
    }

    private void say(List<Message> some) {
        Map<Object, List<Message>> byCause = new LinkedHashMap<>();
        some.forEach(message -> byCause.computeIfAbsent(message.cause().key(), first -> new ArrayList<>())
                .add(message));
        for (List<Message> messages : byCause.values()) {
            Message one = one(messages);
            finder.print(
                    messager, one.problem().kind(), one.text() + one.problem().hint(), one.spot());
        }
    }

    private static Message one(List<Message> messages) {
        Message first = messages.get(0);
        int places = (int) messages.stream().map(Message::spot).distinct().count();
        return places == 1 ? first : unmarked(messages, places).orElse(first.with(elsewhere(places - 1)));
    }

    /** That it is the same in other places, for the end of a message. */
    static String elsewhere(int places) {
        return switch (places) {
            case 0 -> "";
            case 1 -> " It is the same in 1 more place.";
            default -> " It is the same in " + places + " more places.";
        };
    }

    /** That it is the same for all but the first, for the end of a message. */
    static String sameFor(List<Payload> payloads) {
        String others = payloads.stream()
                .skip(1)
                .map(payload -> payload.type().nestedName())
                .collect(Collectors.joining(", "));
        return others.isEmpty() ? "" : " The same goes for " + others + ".";
    }

    private static Optional<Message> unmarked(List<Message> messages, int places) {
        List<Cause.Use> uses = messages.stream()
                .flatMap(message -> message.cause().use().stream())
                .toList();
        return uses.stream().findFirst().map(first -> {
            boolean isOneType = uses.stream().allMatch(use -> use.type().equals(first.type()));
            ClassRef type = isOneType ? first.type() : first.family();
            Stream<String> aggregates = uses.stream().flatMap(use -> use.aggregate().stream());
            return new Message(
                    SourceSpot.of(type),
                    messages.get(0).cause(),
                    Problem.NOT_MARKED,
                    Problem.NOT_MARKED.message(
                            type.nestedName(),
                            first.kind().one(),
                            places,
                            first.by(),
                            Api.simpleName(first.kind().annotation()),
                            aggregates.findFirst().orElse("…")));
        });
    }

    private record Message(SourceSpot spot, Cause cause, Problem problem, String text) {
        Message with(String more) {
            return new Message(spot, cause, problem, text + more);
        }
    }
}
