package bank.card;

import dev.eventfold.es.RecordedEvent;
import dev.eventfold.es.spi.AggregateDefinition;
import dev.eventfold.es.spi.CommandType;
import dev.eventfold.es.spi.EventType;
import dev.eventfold.es.spi.EventfoldGenerated;
import dev.eventfold.es.spi.PayloadCodec;
import dev.eventfold.es.spi.ReceivedCommand;
import dev.eventfold.es.spi.Results;
import java.util.List;
import javax.annotation.processing.Generated;

/** What {@link Cards.Card} decides and applies, as the run time calls it. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(
    from = {
        "bank.card.Cards.Block",
        "bank.card.Cards.Blocked",
        "bank.card.Cards.Card"
    })
public final class Cards_CardDefinition implements AggregateDefinition<Cards.Card> {
    /** For the module class. */
    public Cards_CardDefinition() {}

    @Override
    public String name() {
        return "card";
    }

    @Override
    public Class<Cards.Card> type() {
        return Cards.Card.class;
    }

    @Override
    public List<CommandType<?>> commands() {
        return List.of(new CommandType<>("card", "Block", Cards.Block.class));
    }

    @Override
    public List<EventType<?>> events() {
        return List.of(new EventType<>("card", "Blocked", Cards.Blocked.class));
    }

    @Override
    public List<PayloadCodec> codecs() {
        return List.of(new CardsCodec());
    }

    @Override
    public Cards.Card initial() {
        return new Cards.Card();
    }

    @Override
    public List<Object> handle(Cards.Card state, ReceivedCommand command) {
        return switch (command.command()) {
            case "Block" -> Results.one(state.handle(command.as(Cards.Block.class)));
            default -> throw unknown(command);
        };
    }

    @Override
    public Cards.Card apply(Cards.Card state, RecordedEvent event) {
        return switch (event.event()) {
            case "Blocked" -> state.apply(event.as(Cards.Blocked.class));
            default -> throw unknown(event);
        };
    }
}
