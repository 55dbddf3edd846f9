package dev.eventfold.es.benchmarks.pekko;

import org.apache.pekko.serialization.SerializerWithStringManifest;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Payloads as JSON, under a short name. Pekko's own module for Jackson writes the same under the name of the class. */
final class TickedSerializer extends SerializerWithStringManifest {
    private static final int IDENTIFIER = 9_001;
    private static final String MANIFEST = "Ticked";

    private static final JsonMapper JSON = new JsonMapper();
    private static final ObjectWriter WRITER = JSON.writerFor(PekkoSource.Ticked.class);
    private static final ObjectReader READER = JSON.readerFor(PekkoSource.Ticked.class);

    @Override
    public int identifier() {
        return IDENTIFIER;
    }

    @Override
    public String manifest(Object event) {
        return MANIFEST;
    }

    @Override
    public byte[] toBinary(Object event) {
        return WRITER.writeValueAsBytes(event);
    }

    @Override
    public Object fromBinary(byte[] bytes, String manifest) {
        return READER.<PekkoSource.Ticked>readValue(bytes);
    }
}
