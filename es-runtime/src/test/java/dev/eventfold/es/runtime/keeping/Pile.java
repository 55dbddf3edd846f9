package dev.eventfold.es.runtime.keeping;

import dev.eventfold.es.Aggregate;
import dev.eventfold.es.Applies;
import dev.eventfold.es.Handles;
import java.util.ArrayList;
import java.util.List;

/** Has its sheets in a final field, which JSON does not bring back. */
@Aggregate("pile")
public final class Pile {
    private final List<String> sheets = new ArrayList<>();

    @Handles
    Laid handle(Lay command) {
        return new Laid(command.sheet());
    }

    @Applies
    void apply(Laid event) {
        sheets.add(event.sheet());
    }

    public List<String> sheets() {
        return sheets;
    }
}
