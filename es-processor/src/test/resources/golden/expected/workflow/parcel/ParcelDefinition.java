package parcel;

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

/** What {@link Parcel} decides and applies, as the run time calls it. Generated from it; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(
    from = {
        "parcel.Parcel",
        "parcel.ParcelCommand.Forget",
        "parcel.ParcelCommand.Return",
        "parcel.ParcelCommand.Send",
        "parcel.ParcelCommand.Weigh",
        "parcel.ParcelEvent.Returned",
        "parcel.ParcelEvent.Sent",
        "parcel.ParcelEvent.Weighed"
    })
public final class ParcelDefinition implements AggregateDefinition<Parcel> {
    /** For the module class. */
    public ParcelDefinition() {}

    @Override
    public String name() {
        return "päckchen";
    }

    @Override
    public Class<Parcel> type() {
        return Parcel.class;
    }

    @Override
    public List<CommandType<?>> commands() {
        return List.of(
                new CommandType<>("päckchen", "Forget", ParcelCommand.Forget.class),
                new CommandType<>("päckchen", "return", ParcelCommand.Return.class),
                new CommandType<>("päckchen", "send", ParcelCommand.Send.class),
                new CommandType<>("päckchen", "weigh$1", ParcelCommand.Weigh.class));
    }

    @Override
    public List<EventType<?>> events() {
        return List.of(
                new EventType<>("päckchen", "a__b.c-d$e", ParcelEvent.Weighed.class),
                new EventType<>("päckchen", "class", ParcelEvent.Returned.class),
                new EventType<>("päckchen", "送った", ParcelEvent.Sent.class));
    }

    @Override
    public List<PayloadCodec> codecs() {
        return List.of(
                new ParcelCommandCodec(),
                new ParcelEventCodec());
    }

    @Override
    public Parcel initial() {
        return new Parcel();
    }

    @Override
    public List<Object> handle(Parcel state, ReceivedCommand command) {
        return switch (command.command()) {
            case "Forget" -> {
                state.handle(command.as(ParcelCommand.Forget.class));
                yield List.of();
            }
            case "return" -> Results.one(state.handle(command.as(ParcelCommand.Return.class)));
            case "send" -> Results.list(state.handle(command.as(ParcelCommand.Send.class)));
            case "weigh$1" -> Results.optional(state.handle(command.as(ParcelCommand.Weigh.class)));
            default -> throw unknown(command);
        };
    }

    @Override
    public Parcel apply(Parcel state, RecordedEvent event) {
        return switch (event.event()) {
            case "a__b.c-d$e" -> state.apply(event.as(ParcelEvent.Weighed.class));
            case "class" -> state.apply(event.as(ParcelEvent.Returned.class));
            case "送った" -> state.apply(event.as(ParcelEvent.Sent.class));
            default -> throw unknown(event);
        };
    }
}
