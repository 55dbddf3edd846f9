package dev.eventfold.es.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.eventfold.es.EsException;
import dev.eventfold.es.runtime.Codec;
import dev.eventfold.es.runtime.Effort;
import dev.eventfold.es.runtime.store.Json;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated codecs against the general one: the same JSON, the same objects, the same errors, for any value and any JSON. */
final class GeneratedCodecTest {
    private static final int VALUES = 60;
    private static final Duration LONG = Duration.ofSeconds(2);
    private static final int SPOILT = 5;
    private static final Codec GENERAL = Jackson.with(builder -> builder);

    private final long seed = Effort.seed();
    private final Random random = new Random(seed);
    private final Asked asked = new Asked(GENERAL);
    private final Codec generated = StreamingCodec.before(() -> asked).withGenerated(List.of(new ShapesCodec()));

    static List<Class<?>> types() {
        return new ShapesCodec().types();
    }

    @ParameterizedTest
    @MethodSource("types")
    void writes_and_reads_what_the_general_codec_does_without_asking_it(Class<?> type)
            throws ReflectiveOperationException {
        RandomPayloads payloads = new RandomPayloads(random);
        for (long ignored : Effort.steps(VALUES, LONG)) {
            Object value = payloads.make(type);

            Json json = generated.write(value);

            assertThat(json).as("seed=%d", seed).isEqualTo(GENERAL.write(value));
            for (Way way : Way.values()) {
                assertThat(way.outcome(generated, json, type))
                        .as("seed=%d, way=%s, json=%s", seed, way, json)
                        .isEqualTo(way.outcome(GENERAL, json, type));
            }
        }
        assertThat(asked.times()).as("seed=%d", seed).isZero();
    }

    @ParameterizedTest
    @MethodSource("types")
    void makes_of_spoilt_json_what_the_general_codec_makes_of_it(Class<?> type) throws ReflectiveOperationException {
        RandomPayloads payloads = new RandomPayloads(random);
        Mutations mutations = new Mutations(random);
        for (long ignored : Effort.steps(VALUES, LONG)) {
            String json = GENERAL.write(payloads.make(type)).text();
            for (int spoilt = 0; spoilt < SPOILT; spoilt++) {
                Json wrong = Json.of(mutations.spoil(json));
                for (Way way : Way.values()) {
                    assertThat(way.outcome(generated, wrong, type))
                            .as("seed=%d, way=%s, json=%s", seed, way, wrong)
                            .isEqualTo(way.outcome(GENERAL, wrong, type));
                }
            }
        }
    }

    /** A way to read, and what comes of it: the object by its class and its JSON, or the error by its class and its message. */
    private enum Way {
        COMMAND((codec, asked) -> codec.readCommand(asked.json(), asked.type())),
        EVENT((codec, asked) -> codec.readEvent(asked.json(), asked.type())),
        STATE((codec, asked) -> codec.readState(asked.json(), asked.type()));

        private final BiFunction<Codec, Question, Object> read;

        Way(BiFunction<Codec, Question, Object> read) {
            this.read = read;
        }

        private record Question(Json json, Class<?> type) {}

        String outcome(Codec codec, Json json, Class<?> type) {
            Object value;
            try {
                value = read.apply(codec, new Question(json, type));
            } catch (EsException e) {
                return e.getClass().getName() + ": " + e.getMessage();
            }
            return value.getClass().getName() + " " + GENERAL.write(value);
        }
    }

    /** The general codec, and how often it was asked. */
    private static final class Asked implements Codec {
        private final Codec codec;
        private int times;

        Asked(Codec codec) {
            this.codec = codec;
        }

        int times() {
            return times;
        }

        @Override
        public Json write(Object value) {
            times++;
            return codec.write(value);
        }

        @Override
        public <T> T readCommand(Json json, Class<T> type) {
            times++;
            return codec.readCommand(json, type);
        }

        @Override
        public <T> T readEvent(Json json, Class<T> type) {
            times++;
            return codec.readEvent(json, type);
        }

        @Override
        public <T> T readState(Json json, Class<T> type) {
            times++;
            return codec.readState(json, type);
        }
    }
}
