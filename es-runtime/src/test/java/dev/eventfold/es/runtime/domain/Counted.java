package dev.eventfold.es.runtime.domain;

import dev.eventfold.es.EventOf;
import dev.eventfold.es.Upcasts;
import java.util.Map;

/** Had another name, and two other shapes. */
@EventOf(value = "tally", version = 3, formerly = "Kounted")
public record Counted(int amount, String unit) {
    public record V2(int amount) {}

    @Upcasts(from = 1)
    public static V2 fromText(Map<String, Object> members) {
        return new V2(Integer.parseInt((String) members.get("text")));
    }

    @Upcasts(from = 2)
    public static Counted withUnit(V2 event) {
        if (event.amount() < 0) {
            throw new IllegalArgumentException("negative");
        }
        return new Counted(event.amount(), "piece");
    }
}
