package dev.eventfold.es.runtime.observe;

import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * What the run time logs, each with an id that stays the same whatever becomes of the words, so that an alert can be tied to it. All of it goes to
 * {@code System.getLogger}, under three names.
 */
public enum LogMessage {
    /** A live loop lets go of one process manager. */
    PROCESS_MANAGER_STOPPED("ProcessManagerStopped", Source.PROCESS_MANAGERS, Level.ERROR),
    /** A live loop ends because the store takes no more commits. */
    STORE_FAILED("StoreFailed", Source.PROCESS_MANAGERS, Level.ERROR),
    /** A live loop ends with its store. */
    STORE_CLOSED("StoreClosed", Source.PROCESS_MANAGERS, Level.DEBUG),
    /** A read failed and is tried again. */
    READ_FAILED("ReadFailed", Source.PROCESS_MANAGERS, Level.WARNING),
    /** The store knows a process manager that the program does not have. */
    PROCESS_MANAGER_MISSING("ProcessManagerMissing", Source.PROCESS_MANAGERS, Level.WARNING),
    /** A former name was said too late. */
    FORMER_NAME_TOO_LATE("FormerNameTooLate", Source.PROCESS_MANAGERS, Level.WARNING),
    /** A process instance has a large state. */
    STATE_IS_LARGE("StateIsLarge", Source.PROCESS_MANAGERS, Level.WARNING),
    /** A reaction sends what its annotation leaves out. */
    COMMAND_NOT_DECLARED("CommandNotDeclared", Source.PROCESS_MANAGERS, Level.WARNING),
    /** What was kept of a projection cannot be used. */
    PROJECTION_BUILT_ANEW("ProjectionBuiltAnew", Source.PROJECTIONS, Level.WARNING),
    /** A projection threw while it was followed. */
    PROJECTION_NOT_FOLLOWED("ProjectionNotFollowed", Source.PROJECTIONS, Level.WARNING),
    /** Projections are followed no more because the store takes no more commits. */
    PROJECTIONS_STOPPED("ProjectionsStopped", Source.PROJECTIONS, Level.ERROR),
    /** Projections are followed no more because their store was closed. */
    PROJECTIONS_CLOSED("ProjectionsClosed", Source.PROJECTIONS, Level.DEBUG),
    /** What a projection has come to was not written. */
    PROJECTION_NOT_WRITTEN("ProjectionNotWritten", Source.PROJECTIONS, Level.WARNING),
    /** A snapshot is not of this log, or cannot be read. */
    SNAPSHOT_NOT_USED("SnapshotNotUsed", Source.STORE, Level.WARNING),
    /** A snapshot was not written. */
    SNAPSHOT_NOT_WRITTEN("SnapshotNotWritten", Source.STORE, Level.WARNING),
    /** The states of an aggregate cannot be kept. */
    NO_SNAPSHOTS("NoSnapshots", Source.STORE, Level.WARNING),
    /** The program's listener threw. */
    LISTENER_FAILED("ListenerFailed", Source.STORE, Level.WARNING),
    /** An index or a checkpoint was not written. */
    CACHE_NOT_WRITTEN("CacheNotWritten", Source.STORE, Level.WARNING),
    /** What an interrupted write had left was cut off the log. */
    TAIL_CUT("TailCut", Source.STORE, Level.WARNING);

    private final String id;
    private final Source source;
    private final Level level;

    LogMessage(String id, Source source, Level level) {
        this.id = id;
        this.source = source;
        this.level = level;
    }

    /**
     * Its id.
     *
     * @return as it stands at the beginning of the message
     */
    public String id() {
        return id;
    }

    /**
     * The logger that it goes to.
     *
     * @return the name
     */
    public String logger() {
        return source.name;
    }

    /**
     * How bad it is.
     *
     * @return the level
     */
    public Level level() {
        return level;
    }

    /**
     * Logs it.
     *
     * @param message what happened: key=value, and what to do
     */
    public void log(String message) {
        log(message, null);
    }

    /**
     * Logs it with what was thrown.
     *
     * @param message what happened: key=value, and what to do
     * @param thrown why; null when nothing was thrown
     */
    public void log(String message, @Nullable Throwable thrown) {
        System.getLogger(source.name).log(level, "[ES:" + id + "] " + message, thrown);
    }

    private enum Source {
        PROCESS_MANAGERS("dev.eventfold.es.process-managers"),
        PROJECTIONS("dev.eventfold.es.projections"),
        STORE("dev.eventfold.es.store");

        private final String name;

        Source(String name) {
            this.name = name;
        }
    }
}
