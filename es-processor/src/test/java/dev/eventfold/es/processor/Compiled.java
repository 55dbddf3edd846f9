package dev.eventfold.es.processor;

import java.nio.file.Path;
import java.util.List;

/**
 * What came of a compilation.
 *
 * @param messages what the compiler said, in its order
 * @param classes where classes and resources are
 * @param generated where generated sources are
 */
record Compiled(List<Fixture.Message> messages, Path classes, Path generated) {}
