package dev.eventfold.es.runtime.kill;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.EventContext;
import dev.eventfold.es.Receives;
import dev.eventfold.es.StartFrom;
import dev.eventfold.es.Subscriber;
import dev.eventfold.es.runtime.domain.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Tells the outside world of each watch that is opened: a file beside the store that outlives the process. Its command is a note in that watch. */
@Subscriber(value = "announcer", startFrom = StartFrom.BEGINNING)
public final class Announcer {
    private final Path world;

    /** The outside world. */
    Announcer(Path world) {
        this.world = world;
    }

    @Receives
    CommandEnvelope on(WatchEvent.Opened event, EventContext context) throws IOException {
        tell(context);
        return Commands.to(context.instanceId(), new WatchCommand.Note("announced"));
    }

    @Receives
    void on(WatchEvent.GotReady event, EventContext context) throws IOException {
        tell(context);
    }

    private void tell(EventContext context) throws IOException {
        String line = context.instanceId() + "@" + context.version() + "\n";
        Files.writeString(world, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** All that the world was told, in order. */
    static List<String> told(Path world) throws IOException {
        return Files.readAllLines(world);
    }
}
