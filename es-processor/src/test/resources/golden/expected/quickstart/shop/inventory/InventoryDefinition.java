package shop.inventory;

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

/** What {@link Inventory} decides and applies, as the run time calls it. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(
    from = {
        "shop.inventory.Inventory",
        "shop.inventory.InventoryCommand.Reserve",
        "shop.inventory.InventoryCommand.Stock",
        "shop.inventory.InventoryEvent.Reserved",
        "shop.inventory.InventoryEvent.Stocked"
    })
public final class InventoryDefinition implements AggregateDefinition<Inventory> {
    /** For the module class. */
    public InventoryDefinition() {}

    @Override
    public String name() {
        return "inventory";
    }

    @Override
    public Class<Inventory> type() {
        return Inventory.class;
    }

    @Override
    public List<CommandType<?>> commands() {
        return List.of(
                new CommandType<>("inventory", "Reserve", InventoryCommand.Reserve.class),
                new CommandType<>("inventory", "Stock", InventoryCommand.Stock.class));
    }

    @Override
    public List<EventType<?>> events() {
        return List.of(
                new EventType<>("inventory", "Reserved", InventoryEvent.Reserved.class),
                new EventType<>("inventory", "Stocked", InventoryEvent.Stocked.class));
    }

    @Override
    public List<PayloadCodec> codecs() {
        return List.of(
                new InventoryCommandCodec(),
                new InventoryEventCodec());
    }

    @Override
    public Inventory initial() {
        return new Inventory();
    }

    @Override
    public List<Object> handle(Inventory state, ReceivedCommand command) {
        return switch (command.command()) {
            case "Reserve" -> Results.one(state.handle(command.as(InventoryCommand.Reserve.class)));
            case "Stock" -> Results.one(state.handle(command.as(InventoryCommand.Stock.class)));
            default -> throw unknown(command);
        };
    }

    @Override
    public Inventory apply(Inventory state, RecordedEvent event) {
        return switch (event.event()) {
            case "Reserved" -> state.apply(event.as(InventoryEvent.Reserved.class));
            case "Stocked" -> state.apply(event.as(InventoryEvent.Stocked.class));
            default -> throw unknown(event);
        };
    }
}
