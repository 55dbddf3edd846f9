package desk;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.spi.CommandType;
import dev.eventfold.es.spi.EventfoldGenerated;
import javax.annotation.processing.Generated;

/** Says which command is for which instance. Generated from the commands of this module; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(from = "desk.CloseOrder")
public final class Commands {
    private Commands() {}

    /**
     * {@link CloseOrder} to an instance of {@code order}.
     *
     * @param id the instance
     * @param command the command
     * @return the envelope
     */
    static CommandEnvelope to(String id, CloseOrder command) {
        return CommandEnvelope.of(
                new CommandType<>("order", "CloseOrder", CloseOrder.class), id, command);
    }
}
