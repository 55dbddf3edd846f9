package dev.eventfold.es;

/** The stream does not have the version that the command expects. Nothing was written: load the state again and decide anew. */
public class VersionConflict extends EsException {
    private static final long serialVersionUID = 1L;

    /**
     * Made by the run time.
     *
     * @param message the stream, the expected and the actual version
     */
    public VersionConflict(String message) {
        super(message);
    }
}
