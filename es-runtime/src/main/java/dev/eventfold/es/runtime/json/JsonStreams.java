package dev.eventfold.es.runtime.json;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** How JSON is tokenised, whoever makes objects of it. */
final class JsonStreams {
    /** What was written must stay readable: the writer has no such limit, so the reader's is far above any sane number. */
    private static final int LONGEST_NUMBER = 1_000_000;

    private JsonStreams() {}

    static JsonFactory factory() {
        return JsonFactory.builder()
                .recyclerPool(new BufferPool())
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxNameLength(Integer.MAX_VALUE)
                        .maxStringLength(Integer.MAX_VALUE)
                        .build())
                .build();
    }
}
