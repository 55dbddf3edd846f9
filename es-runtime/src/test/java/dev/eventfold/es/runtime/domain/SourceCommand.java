package dev.eventfold.es.runtime.domain;

import dev.eventfold.es.CommandFor;
import java.util.List;

/** Each makes the event of the same fields. */
@CommandFor("source")
public sealed interface SourceCommand {
    record Begin(String key, List<String> tasks) implements SourceCommand {}

    record Go(String key, List<String> tasks) implements SourceCommand {}

    record Finish(String key, List<String> tasks) implements SourceCommand {}

    record Tell(List<String> keys, List<String> tasks) implements SourceCommand {}
}
