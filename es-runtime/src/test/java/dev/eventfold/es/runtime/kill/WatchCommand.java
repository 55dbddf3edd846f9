package dev.eventfold.es.runtime.kill;

import dev.eventfold.es.CommandFor;

@CommandFor("watch")
public sealed interface WatchCommand {
    record Open() implements WatchCommand {}

    record GetReady() implements WatchCommand {}

    record Mend() implements WatchCommand {}

    record Note(String text) implements WatchCommand {}
}
