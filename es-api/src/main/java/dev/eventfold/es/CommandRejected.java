package dev.eventfold.es;

/**
 * Thrown by a handler to say no. Nothing is written, and {@code execute} throws the same object. A rejection of a command that a
 * process manager sent is given to its method with {@link OnRejection}; where there is none, it is a dead letter.
 *
 * <p>Subclass it to give a reason a name: {@link #code()} is the simple class name.
 */
public class CommandRejected extends EsException {
    private static final long serialVersionUID = 1L;

    /**
     * Rejects the command.
     *
     * @param message why, for people
     */
    public CommandRejected(String message) {
        super(message);
    }

    /**
     * The reason's name, for programs.
     *
     * @return the simple name of the class thrown
     */
    public final String code() {
        return getClass().getSimpleName();
    }
}
