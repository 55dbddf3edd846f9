package dev.eventfold.es.benchmarks.raw;

import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Jackson's streaming parser and generator over lines of JSON: what every JSON log pays at least. */
public final class RawJson {
    private final JsonFactory json =
            JsonFactory.builder().rootValueSeparator("\n").build();

    /**
     * Reads every token of every line.
     *
     * @param lines the lines
     * @return how many tokens there were
     */
    public long parse(Lines lines) {
        long tokens = 0;
        for (int i = 0; i < lines.count(); i++) {
            try (JsonParser parser = parser(lines, i)) {
                while (parser.nextToken() != null) {
                    tokens++;
                }
            }
        }
        return tokens;
    }

    /**
     * Reads every token of every line and writes it again.
     *
     * @param lines the lines
     * @param to takes the same lines, and is closed
     */
    public void copy(Lines lines, OutputStream to) {
        try (JsonGenerator generator = json.createGenerator(ObjectWriteContext.empty(), to)) {
            for (int i = 0; i < lines.count(); i++) {
                try (JsonParser parser = parser(lines, i)) {
                    while (parser.nextToken() != null) {
                        generator.copyCurrentEvent(parser);
                    }
                }
            }
        }
    }

    private JsonParser parser(Lines lines, int i) {
        return json.createParser(ObjectReadContext.empty(), lines.bytes(), lines.from(i), lines.to(i) - lines.from(i));
    }
}
