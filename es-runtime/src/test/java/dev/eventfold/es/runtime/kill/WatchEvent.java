package dev.eventfold.es.runtime.kill;

import dev.eventfold.es.EventOf;

@EventOf("watch")
public sealed interface WatchEvent {
    record Opened() implements WatchEvent {}

    record GotReady() implements WatchEvent {}

    record Mended() implements WatchEvent {}

    record Noted(String text) implements WatchEvent {}
}
