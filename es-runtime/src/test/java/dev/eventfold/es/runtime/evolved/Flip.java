package dev.eventfold.es.runtime.evolved;

import dev.eventfold.es.Applies;
import dev.eventfold.es.ProcessManager;
import dev.eventfold.es.Reacts;
import dev.eventfold.es.Upcasts;

/** Its state looks the same in both versions, but means another number. */
@SuppressWarnings("eventfold:never-ends")
@ProcessManager(value = "flip", key = Reacts.INSTANCE_ID, version = 2)
public record Flip(int number) {
    public Flip() {
        this(0);
    }

    public record V1(int number) {}

    @Upcasts(from = 1)
    static Flip tenfold(V1 state) {
        return new Flip(state.number() * 10);
    }

    @Applies
    Flip apply(Priced event) {
        return new Flip(event.cents() == 1200 ? number / 10 : number);
    }

    @Reacts(starts = true)
    void on(Priced event) {}
}
