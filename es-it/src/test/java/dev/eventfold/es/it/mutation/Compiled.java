package dev.eventfold.es.it.mutation;

import java.util.List;
import java.util.Map;

/**
 * What came of a compilation.
 *
 * @param messages what was said, notes aside
 * @param written what the processor wrote, by path
 */
record Compiled(List<Message> messages, Map<String, String> written) {}
