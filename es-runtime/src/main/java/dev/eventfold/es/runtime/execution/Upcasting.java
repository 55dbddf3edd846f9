package dev.eventfold.es.runtime.execution;

import dev.eventfold.es.UnreadablePayload;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.spi.Evolution;
import dev.eventfold.es.spi.Upcaster;
import java.util.List;
import java.util.Objects;

/**
 * The way from an older shape to the present one.
 *
 * @param <T> the class of the present shape
 */
final class Upcasting<T> {
    private final Evolution evolution;
    private final Class<T> type;
    private final Reader reader;

    Upcasting(Evolution evolution, Class<T> type, Reader reader) {
        this.evolution = evolution;
        this.type = type;
        this.reader = reader;
    }

    /** Reads JSON as some class. */
    interface Reader {
        <S> S read(Json json, Class<S> shape);
    }

    T read(int schema, Json json) {
        if (schema > evolution.version()) {
            throw new UnreadablePayload(
                    "it was stored by a newer program: schemaVersion=" + schema + ", class=" + type.getName()
                            + ", known=" + evolution.version() + "; run that program, or give the class version = "
                            + schema + " with @Upcasts(from = " + evolution.version() + ")",
                    null);
        }
        return schema == evolution.version() ? present(schema, json) : type.cast(upcast(schema, json));
    }

    private T present(int schema, Json json) {
        try {
            return reader.read(json, type);
        } catch (UnreadablePayload e) {
            throw new UnreadablePayload(
                    e.getMessage() + ", schemaVersion=" + schema + "; when the class has changed, give it version = "
                            + (schema + 1) + " with @Upcasts(from = " + schema + ")",
                    e);
        }
    }

    private Object upcast(int schema, Json json) {
        List<Upcaster<?, ?>> steps =
                evolution.upcasters().subList(schema - 1, evolution.upcasters().size());
        Object shape = older(schema, steps.get(0), json);
        for (Upcaster<?, ?> step : steps) {
            shape = step(step, shape, schema);
        }
        return shape;
    }

    private Object older(int schema, Upcaster<?, ?> first, Json json) {
        try {
            return reader.read(json, first.reads());
        } catch (UnreadablePayload e) {
            throw new UnreadablePayload(
                    e.getMessage() + ", schemaVersion=" + schema + "; it is read for @Upcasts(from = " + schema
                            + ") of " + type.getName(),
                    e);
        }
    }

    private <F, N> Object step(Upcaster<F, N> upcaster, Object shape, int schema) {
        try {
            F older = upcaster.reads().cast(shape);
            return Objects.requireNonNull(
                    UserCode.<Object>run(() -> upcaster.step().apply(older)), "it returned null");
        } catch (Exception | StackOverflowError e) {
            throw new UnreadablePayload(
                    "an upcaster failed: class=" + type.getName() + ", schemaVersion=" + schema + ", @Upcasts(from = "
                            + upcaster.from() + "): " + Thrown.text(e),
                    e);
        }
    }
}
