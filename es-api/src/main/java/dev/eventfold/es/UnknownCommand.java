package dev.eventfold.es;

/**
 * No module that was found handles a command of this name, or knows an aggregate of this name. The message names what was meant, if
 * it is near. Nothing was written.
 */
public class UnknownCommand extends EsException {
    private static final long serialVersionUID = 1L;

    /**
     * Made by the run time.
     *
     * @param message what is unknown, and what is known
     */
    public UnknownCommand(String message) {
        super(message);
    }
}
