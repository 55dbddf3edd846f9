package dev.eventfold.es.processor;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one case of a generated switch is for: the stored names that it matches, and the class to read, if any.
 *
 * @param aggregate the stored name of the aggregate, or {@link Api#ANY}
 * @param name the stored name of the command or event, or {@link Api#ANY}
 * @param formerNames names that it was stored under before
 * @param payload absent where the raw event is passed on
 */
record Target(String aggregate, String name, List<String> formerNames, Optional<Payload> payload) {
    static final Comparator<Target> ORDER =
            Comparator.comparing(Target::aggregate).thenComparing(Target::name);

    Target {
        formerNames = List.copyOf(formerNames);
    }

    static Target of(Payload payload) {
        return new Target(
                payload.aggregate(), payload.name(), payload.evolution().formerNames(), Optional.of(payload));
    }

    static Target ofRaw(String aggregate, String name) {
        return new Target(aggregate, name, List.of(), Optional.empty());
    }

    /** Whether the raw event is passed on. */
    boolean isRaw() {
        return payload.isEmpty();
    }

    /** The same, which is raw, with every name of the event. */
    Target as(Payload event) {
        Set<String> others = new TreeSet<>(event.evolution().formerNames());
        others.add(event.name());
        others.remove(name);
        return new Target(aggregate, name, List.copyOf(others), payload);
    }

    /** The same, which is raw, with the name that the event has now. */
    Target now(Payload event) {
        return new Target(aggregate, event.name(), formerNames, payload);
    }

    /** Every stored name that it matches. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>(List.of(name));
        names.addAll(formerNames);
        return names;
    }

    /** Whether it names the event, by the name that this has now or by one that it had. */
    boolean matches(Payload event) {
        return aggregate.equals(event.aggregate()) && isNameOf(event);
    }

    /** Whether it is for the event where nothing narrower is. */
    boolean takes(Payload event) {
        return takesByAggregate(event) || (aggregate.equals(Api.ANY) && (name.equals(Api.ANY) || isNameOf(event)));
    }

    /** The same, and it names the aggregate. */
    boolean takesByAggregate(Payload event) {
        return aggregate.equals(event.aggregate()) && (name.equals(Api.ANY) || isNameOf(event));
    }

    /** The same, and it names the event, but of any aggregate. */
    boolean takesByName(Payload event) {
        return aggregate.equals(Api.ANY) && isNameOf(event);
    }

    private boolean isNameOf(Payload event) {
        return name.equals(event.name()) || event.evolution().formerNames().contains(name);
    }

    /** What it is for, at the beginning of a message. */
    String described() {
        if (!name.equals(Api.ANY)) {
            return "Event \"" + aggregate + "/" + name + "\"";
        }
        return "Every other event of " + (aggregate.equals(Api.ANY) ? "any aggregate" : "\"" + aggregate + "\"");
    }

    /** Whether two of the same names are for the same payload; two classes of one stored name are another mistake. */
    boolean isSameAs(Target other) {
        return payload.isEmpty()
                || other.payload.isEmpty()
                || payload.get().type().equals(other.payload.get().type());
    }
}
