package dev.eventfold.es.runtime.evolved;

import dev.eventfold.es.Aggregate;
import dev.eventfold.es.Applies;
import dev.eventfold.es.CommandRejected;
import dev.eventfold.es.Handles;
import java.util.List;
import java.util.stream.Stream;

@Aggregate("article")
public record Article(List<Priced> prices) {
    public Article() {
        this(List.of());
    }

    @Handles
    Priced handle(Reprice command) {
        if (command.cents() == 0) {
            throw new CommandRejected("for free");
        }
        return new Priced(command.cents(), command.currency());
    }

    @Applies
    Article apply(Priced event) {
        return new Article(Stream.concat(prices.stream(), Stream.of(event)).toList());
    }
}
