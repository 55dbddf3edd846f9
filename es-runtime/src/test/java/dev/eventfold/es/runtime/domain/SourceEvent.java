package dev.eventfold.es.runtime.domain;

import dev.eventfold.es.EventOf;
import java.util.List;

@EventOf("source")
public sealed interface SourceEvent {
    List<String> tasks();

    record Began(String key, List<String> tasks) implements SourceEvent {}

    record Went(String key, List<String> tasks) implements SourceEvent {}

    record Finished(String key, List<String> tasks) implements SourceEvent {}

    record Told(List<String> keys, List<String> tasks) implements SourceEvent {}
}
