package shop;

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

/** What {@link Stock} decides and applies, as the run time calls it. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(
    from = {
        "shop.Stock",
        "shop.Stock.Count",
        "shop.Stock.Reserve",
        "shop.Stock.Reserved"
    })
public final class StockDefinition implements AggregateDefinition<Stock> {
    /** For the module class. */
    public StockDefinition() {}

    @Override
    public String name() {
        return "stock";
    }

    @Override
    public Class<Stock> type() {
        return Stock.class;
    }

    @Override
    public List<CommandType<?>> commands() {
        return List.of(
                new CommandType<>("stock", "Count", Stock.Count.class),
                new CommandType<>("stock", "Reserve", Stock.Reserve.class));
    }

    @Override
    public List<EventType<?>> events() {
        return List.of(new EventType<>("stock", "Reserved", Stock.Reserved.class));
    }

    @Override
    public List<PayloadCodec> codecs() {
        return List.of(new StockCodec());
    }

    @Override
    public Stock initial() {
        return new Stock();
    }

    @Override
    public List<Object> handle(Stock state, ReceivedCommand command) {
        return switch (command.command()) {
            case "Count" -> {
                state.handle(command.as(Stock.Count.class));
                yield List.of();
            }
            case "Reserve" -> Results.one(state.handle(command.as(Stock.Reserve.class)));
            default -> throw unknown(command);
        };
    }

    @Override
    public Stock apply(Stock state, RecordedEvent event) {
        return switch (event.event()) {
            case "Reserved" -> state.apply(event.as(Stock.Reserved.class));
            default -> throw unknown(event);
        };
    }
}
