package dev.eventfold.es.runtime.json;

import dev.eventfold.es.runtime.Codec;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Codecs by Jackson.
 *
 * <p>Payloads are stored as their record components or fields, never as derived getters; times as ISO-8601, enums by name,
 * {@code BigDecimal} with its exact scale; a map key may be a record of one component and is stored as that component.
 */
public final class Jackson {
    private Jackson() {}

    /**
     * The codec that a store uses unless told otherwise. What generated code covers is read and written by it, with the same JSON and the same
     * errors; Jackson's object mapper is made when something else is read or written first.
     *
     * @return a new codec
     */
    public static Codec codec() {
        return StreamingCodec.before(() -> with(builder -> builder));
    }

    /**
     * A codec with modules, mix-ins or serialisers of the user's own, which is asked about everything: generated code is off. Settings that the meaning of the log rests on (what is stored, what is an
     * error) are applied after the user's.
     *
     * <pre>{@code
     * AggregateStore.builder().codec(Jackson.with(json -> json.addModule(new MoneyModule()))).open(directory)
     * }</pre>
     *
     * @param customised adds to the builder it is given
     * @return a new codec
     */
    public static Codec with(UnaryOperator<JsonMapper.Builder> customised) {
        return new JacksonCodec(
                PayloadRules.applyTo(customised.apply(PayloadRules.builder())).build(), customised.getClass());
    }
}
