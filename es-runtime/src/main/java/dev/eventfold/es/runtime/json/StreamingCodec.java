package dev.eventfold.es.runtime.json;

import dev.eventfold.es.runtime.Codec;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.spi.PayloadCodec;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Generated codecs first. What these do not cover, a whole payload at a time, goes to the general codec, which has the last word on every value
 * and every error; it is made when it is needed first, since that alone takes longer than a small program.
 */
final class StreamingCodec implements Codec {
    private final JsonFactory factory = JsonStreams.factory();
    private final Map<Class<?>, Covered> covered;
    private final MadeOnce general;

    private StreamingCodec(Map<Class<?>, Covered> covered, MadeOnce general) {
        this.covered = covered;
        this.general = general;
    }

    /**
     * Of a program for which nothing was generated.
     *
     * @param making makes the general codec
     * @return the codec
     */
    static StreamingCodec before(Supplier<Codec> making) {
        return new StreamingCodec(Map.of(), new MadeOnce(making));
    }

    private record Covered(PayloadCodec codec, int type) {}

    @Override
    public Codec withGenerated(Collection<PayloadCodec> generated) {
        Map<Class<?>, Covered> all = new HashMap<>();
        for (PayloadCodec codec : generated) {
            List<Class<?>> types = codec.types();
            for (int type = 0; type < types.size(); type++) {
                all.put(types.get(type), new Covered(codec, type));
            }
        }
        return new StreamingCodec(all, general);
    }

    @Override
    public Json write(Object value) {
        Covered by = covered.get(value.getClass());
        Json written = by == null ? null : tryWrite(value, by);
        return written == null ? general().write(value) : written;
    }

    @Override
    public <T> T readCommand(Json json, Class<T> type) {
        T read = tryRead(json, type, Reading.COMMAND);
        return read == null ? general().readCommand(json, type) : read;
    }

    @Override
    public <T> T readEvent(Json json, Class<T> type) {
        T read = tryRead(json, type, Reading.EVENT);
        return read == null ? general().readEvent(json, type) : read;
    }

    @Override
    public <T> T readState(Json json, Class<T> type) {
        T read = tryRead(json, type, Reading.STATE);
        return read == null ? general().readState(json, type) : read;
    }

    /** Null when the general codec is to do it: whatever went wrong here, it says better. */
    private @Nullable Json tryWrite(Object value, Covered by) {
        PayloadBytes bytes = new PayloadBytes();
        try (JsonGenerator generator = factory.createGenerator(ObjectWriteContext.empty(), bytes)) {
            by.codec().write(by.type(), value, new StreamingOutput(generator));
        } catch (Exception | LinkageError e) {
            return null;
        }
        return bytes.json();
    }

    private <T> @Nullable T tryRead(Json json, Class<T> type, Reading reading) {
        Covered by = covered.get(type);
        if (by == null) {
            return null;
        }
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), json.utf8())) {
            parser.nextToken();
            Object read = by.codec().read(by.type(), new StreamingInput(parser, reading));
            return parser.nextToken() == null ? type.cast(read) : null;
        } catch (Exception | LinkageError e) {
            return null;
        }
    }

    private Codec general() {
        return general.get();
    }
}
