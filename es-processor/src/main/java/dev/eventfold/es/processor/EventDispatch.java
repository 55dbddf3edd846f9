package dev.eventfold.es.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A method that finds its case by the aggregate and the name of an event, or of a command that was rejected. One aggregate: one switch. Several: a switch on the aggregate, and
 * a method for each. The narrowest case wins: of an aggregate rather than of any, and of an event rather than of any.
 */
final class EventDispatch {
    private final CodeBlock aggregateName;
    private final CodeBlock name;
    private final Signature signature;
    private final String prefix;
    private final Arm unknown;
    private final boolean several;
    private final SortedMap<String, SortedMap<String, Arm>> arms = new TreeMap<>();

    private EventDispatch(
            CodeBlock aggregateName, CodeBlock name, Signature signature, String prefix, Arm unknown, boolean several) {
        this.aggregateName = aggregateName;
        this.name = name;
        this.signature = signature;
        this.prefix = prefix;
        this.unknown = unknown;
        this.several = several;
    }

    /**
     * Begins one that is passed an {@code event}.
     *
     * @param signature of the method
     * @param prefix begins the names of the methods for one aggregate
     * @param unknown for an event without a case
     * @param several whether events of several aggregates are passed to it
     */
    static EventDispatch ofEvents(Signature signature, String prefix, Arm unknown, boolean several) {
        return new EventDispatch(
                CodeBlock.of("event.aggregate()"), CodeBlock.of("event.event()"), signature, prefix, unknown, several);
    }

    /** Begins one that is passed a {@code rejected} command, of one or several aggregates. */
    static EventDispatch ofRejections(Signature signature, String prefix, boolean several) {
        return new EventDispatch(
                CodeBlock.of("rejected.target()"),
                CodeBlock.of("rejected.command()"),
                signature,
                prefix,
                Arm.unknown("rejected"),
                several);
    }

    void add(Target target, Arm arm) {
        SortedMap<String, Arm> events = arms.computeIfAbsent(target.aggregate(), aggregate -> new TreeMap<>());
        target.names().forEach(name -> events.put(name, arm));
    }

    List<MethodSpec> methods() {
        return several ? ofSeveral() : ofOne(arms.firstKey(), signature.override(), signature, unknown);
    }

    private List<MethodSpec> ofOne(String aggregate, MethodSpec.Builder first, Signature as, Arm otherwise) {
        SortedMap<String, Arm> events = new TreeMap<>(arms.get(aggregate));
        Arm anyEvent = events.remove(Api.ANY);
        return SwitchMethods.of(first, as, name, events, anyEvent == null ? otherwise : anyEvent);
    }

    private List<MethodSpec> ofSeveral() {
        SortedMap<String, Arm> byAggregate = new TreeMap<>();
        Set<String> taken = new HashSet<>();
        List<MethodSpec> helpers = new ArrayList<>();
        Arm anyAggregate = unknown;
        if (arms.containsKey(Api.ANY)) {
            Signature any = helper("any aggregate", taken);
            helpers.addAll(ofOne(Api.ANY, any.helper(), any, unknown));
            anyAggregate = Arm.value(any.call());
        }
        for (String aggregate : arms.keySet()) {
            if (!aggregate.equals(Api.ANY)) {
                Signature helper = helper(aggregate, taken);
                helpers.addAll(ofOne(aggregate, helper.helper(), helper, anyAggregate));
                byAggregate.put(aggregate, Arm.value(helper.call()));
            }
        }
        List<MethodSpec> methods = new ArrayList<>(
                SwitchMethods.of(signature.override(), signature, aggregateName, byAggregate, anyAggregate));
        methods.addAll(helpers);
        return methods;
    }

    /** {@code reactToBankAccount} for {@code bank-account}; what is not ASCII is left out, as checkers of source text want it. */
    private Signature helper(String aggregate, Set<String> taken) {
        StringBuilder name = new StringBuilder(prefix);
        boolean upper = true;
        for (int c : aggregate.codePoints().toArray()) {
            boolean part = c < 128 && Character.isLetterOrDigit(c);
            if (part) {
                name.appendCodePoint(upper ? Character.toUpperCase(c) : c);
            }
            upper = !part;
        }
        String free = name.toString();
        for (int number = 2; !taken.add(free); number++) {
            free = name + "_" + number;
        }
        return signature.named(free);
    }
}
