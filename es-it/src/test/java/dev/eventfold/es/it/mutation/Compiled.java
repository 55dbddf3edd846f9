package dev.eventfold.es.it.mutation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What came of a compilation.
 *
 * @param messages what was said, notes aside
 * @param written what the processor wrote, by path
 */
record Compiled(List<Message> messages, Map<String, String> written) {
    /** What came of this and of what was compiled next. */
    Compiled and(Compiled next) {
        List<Message> said =
                Stream.concat(messages.stream(), next.messages.stream()).toList();
        Map<String, String> all = new TreeMap<>(written);
        all.putAll(next.written);
        return new Compiled(said, all);
    }
}
