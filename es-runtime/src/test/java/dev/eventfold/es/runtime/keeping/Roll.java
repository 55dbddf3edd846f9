package dev.eventfold.es.runtime.keeping;

import dev.eventfold.es.Aggregate;
import dev.eventfold.es.Applies;
import dev.eventfold.es.Handles;
import java.util.Set;
import java.util.TreeSet;

/** Has its names in an order that is lost in JSON: the field says that it is any set. */
@Aggregate("roll")
public final class Roll {
    private Set<String> names = new TreeSet<>();

    @Handles
    Entered handle(Enter command) {
        return new Entered(command.name().isEmpty() ? names.iterator().next() : command.name());
    }

    @Applies
    void apply(Entered event) {
        names.add(event.name());
    }

    public Set<String> names() {
        return names;
    }
}
