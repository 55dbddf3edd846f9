package dev.eventfold.es.processor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Messager;

/** Collects what there is to say, and says it at the end of a round: javac takes no further file once an error is out. */
final class Diagnostics {
    private final SpotFinder finder;
    private final Messager messager;
    private final List<Message> pending = new ArrayList<>();
    private final Set<Message> said = new HashSet<>();
    private int errors;

    Diagnostics(SpotFinder finder, Messager messager) {
        this.finder = finder;
        this.messager = messager;
    }

    /** Notes a problem, once however often a class is read. */
    void report(SourceSpot spot, Problem problem, Object... facts) {
        Message message = new Message(spot, problem, problem.message(facts));
        if (said.add(message)) {
            pending.add(message);
        }
        errors += problem.isWarning() ? 0 : 1;
    }

    /** As {@link #report}, but one problem is noted once at one spot, whatever the facts: for what each member of a family would repeat. */
    void reportOnce(SourceSpot spot, Problem problem, Object... facts) {
        boolean known = said.stream().anyMatch(message -> message.spot().equals(spot) && message.problem() == problem);
        if (known) {
            errors += problem.isWarning() ? 0 : 1;
        } else {
            report(spot, problem, facts);
        }
    }

    /** How many errors were noted since the compilation began, one that was noted before counted again. */
    int errors() {
        return errors;
    }

    void flush() {
        for (Message message : pending) {
            finder.print(messager, message.problem().kind(), message.text(), message.spot());
        }
        pending.clear();
    }

    private record Message(SourceSpot spot, Problem problem, String text) {}
}
