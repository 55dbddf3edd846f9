package parcel;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.spi.CommandType;
import dev.eventfold.es.spi.EventfoldGenerated;
import javax.annotation.processing.Generated;
import parcel.elsewhere.Tariff;

/** Says which command is for which instance. Generated from the commands of this module; do not edit. */
@Generated("dev.eventfold.es.processor.EventfoldProcessor")
@EventfoldGenerated(
    from = {
        "parcel.ParcelCommand",
        "parcel.ParcelCommand.Forget",
        "parcel.ParcelCommand.Return",
        "parcel.ParcelCommand.Send",
        "parcel.ParcelCommand.Weigh",
        "parcel.elsewhere.Tariff",
        "parcel.elsewhere.Tariff.Raise",
        "parcel.elsewhere.Tariff.RaiseAgain"
    })
public final class Commands {
    private Commands() {}

    /**
     * Any {@link Tariff} to an instance of {@code end}.
     *
     * @param id the instance
     * @param command the command
     * @return the envelope
     */
    public static CommandEnvelope to(String id, Tariff command) {
        if (command instanceof Tariff.Raise member) {
            return CommandEnvelope.of(
                    new CommandType<>("end", "o-raise", Tariff.Raise.class), id, member);
        }
        if (command instanceof Tariff.RaiseAgain member) {
            return CommandEnvelope.of(
                    new CommandType<>("end", "o.raise", Tariff.RaiseAgain.class), id, member);
        }
        throw new IllegalArgumentException("not one of Tariff: command=" + command);
    }

    /**
     * {@link Tariff.Raise} to an instance of {@code end}.
     *
     * @param id the instance
     * @param command the command
     * @return the envelope
     */
    public static CommandEnvelope to(String id, Tariff.Raise command) {
        return CommandEnvelope.of(
                new CommandType<>("end", "o-raise", Tariff.Raise.class), id, command);
    }

    /**
     * {@link Tariff.RaiseAgain} to an instance of {@code end}.
     *
     * @param id the instance
     * @param command the command
     * @return the envelope
     */
    public static CommandEnvelope to(String id, Tariff.RaiseAgain command) {
        return CommandEnvelope.of(
                new CommandType<>("end", "o.raise", Tariff.RaiseAgain.class), id, command);
    }

    /**
     * Any {@link ParcelCommand} to an instance of {@code päckchen}.
     *
     * @param id the instance
     * @param command the command
     * @return the envelope
     */
    static CommandEnvelope to(String id, ParcelCommand command) {
        if (command instanceof ParcelCommand.Forget member) {
            return CommandEnvelope.of(
                    new CommandType<>("päckchen", "Forget", ParcelCommand.Forget.class), id, member);
        }
        if (command instanceof ParcelCommand.Return member) {
            return CommandEnvelope.of(
                    new CommandType<>("päckchen", "return", ParcelCommand.Return.class), id, member);
        }
        if (command instanceof ParcelCommand.Send member) {
            return CommandEnvelope.of(
                    new CommandType<>("päckchen", "send", ParcelCommand.Send.class), id, member);
        }
        if (command instanceof ParcelCommand.Weigh member) {
            return CommandEnvelope.of(
                    new CommandType<>("päckchen", "weigh$1", ParcelCommand.Weigh.class), id, member);
        }
        throw new IllegalArgumentException("not one of ParcelCommand: command=" + command);
    }

    /**
     * {@link ParcelCommand.Forget} to an instance of {@code päckchen}.
     *
     * @param id the instance
     * @param command the command
     * @return the envelope
     */
    static CommandEnvelope to(String id, ParcelCommand.Forget command) {
        return CommandEnvelope.of(
                new CommandType<>("päckchen", "Forget", ParcelCommand.Forget.class), id, command);
    }

    /**
     * {@link ParcelCommand.Return} to an instance of {@code päckchen}.
     *
     * @param id the instance
     * @param command the command
     * @return the envelope
     */
    static CommandEnvelope to(String id, ParcelCommand.Return command) {
        return CommandEnvelope.of(
                new CommandType<>("päckchen", "return", ParcelCommand.Return.class), id, command);
    }

    /**
     * {@link ParcelCommand.Send} to an instance of {@code päckchen}.
     *
     * @param id the instance
     * @param command the command
     * @return the envelope
     */
    static CommandEnvelope to(String id, ParcelCommand.Send command) {
        return CommandEnvelope.of(
                new CommandType<>("päckchen", "send", ParcelCommand.Send.class), id, command);
    }

    /**
     * {@link ParcelCommand.Weigh} to an instance of {@code päckchen}.
     *
     * @param id the instance
     * @param command the command
     * @return the envelope
     */
    static CommandEnvelope to(String id, ParcelCommand.Weigh command) {
        return CommandEnvelope.of(
                new CommandType<>("päckchen", "weigh$1", ParcelCommand.Weigh.class), id, command);
    }
}
