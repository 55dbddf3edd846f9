package dev.eventfold.es.runtime.kill;

import dev.eventfold.es.Aggregate;
import dev.eventfold.es.Applies;
import dev.eventfold.es.CommandRejected;
import dev.eventfold.es.Handles;
import dev.eventfold.es.RetryLater;

/** What is noted during one watch: some notes are refused, some have to wait until it is ready, and some fail until it is mended. */
@Aggregate("watch")
public record Watch(boolean ready, boolean mended) {
    public Watch() {
        this(false, false);
    }

    @Handles
    WatchEvent handle(WatchCommand.Open command) {
        return new WatchEvent.Opened();
    }

    @Handles
    WatchEvent handle(WatchCommand.GetReady command) {
        return new WatchEvent.GotReady();
    }

    @Handles
    WatchEvent handle(WatchCommand.Mend command) {
        return new WatchEvent.Mended();
    }

    @Handles
    WatchEvent handle(WatchCommand.Note command) {
        return switch (command.text()) {
            case "refused" -> throw new CommandRejected("not this one");
            case "hopeless" -> throw new IllegalStateException("hopeless");
            case "waits" -> {
                if (!ready) {
                    throw new RetryLater("not ready");
                }
                yield new WatchEvent.Noted(command.text());
            }
            case "fails" -> {
                if (!mended) {
                    throw new IllegalStateException("not mended");
                }
                yield new WatchEvent.Noted(command.text());
            }
            default -> new WatchEvent.Noted(command.text());
        };
    }

    @Applies
    Watch apply(WatchEvent event) {
        return new Watch(ready || event instanceof WatchEvent.GotReady, mended || event instanceof WatchEvent.Mended);
    }
}
