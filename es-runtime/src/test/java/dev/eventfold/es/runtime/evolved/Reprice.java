package dev.eventfold.es.runtime.evolved;

import dev.eventfold.es.CommandFor;
import dev.eventfold.es.Upcasts;

@CommandFor(value = "article", version = 2, formerly = "SetPrice")
public record Reprice(long cents, String currency) {
    public record V1(int euros) {}

    @Upcasts(from = 1)
    public static Reprice inCents(V1 command) {
        return new Reprice(command.euros() * 100L, "EUR");
    }
}
