package dev.eventfold.es.runtime.json;

import dev.eventfold.es.UnreadablePayload;
import dev.eventfold.es.runtime.store.Json;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;

/** The readers of one kind of payload, one for each class. */
final class PayloadReaders {
    private final ObjectReader base;
    private final ConcurrentMap<Class<?>, ObjectReader> byClass = new ConcurrentHashMap<>();

    PayloadReaders(ObjectReader base) {
        this.base = base;
    }

    <T> T read(Json json, Class<T> type) {
        T value = readOrNull(json, type);
        if (value == null) {
            throw new UnreadablePayload(
                    "unreadable payload: type=" + type.getName() + ", path=(root), problem=it is null", null);
        }
        return value;
    }

    private <T> @Nullable T readOrNull(Json json, Class<T> type) {
        try {
            return byClass.computeIfAbsent(type, base::forType).readValue(json.utf8());
        } catch (JacksonException e) {
            throw new UnreadablePayload(PayloadProblem.of("unreadable payload", type, e), e);
        } catch (RuntimeException e) {
            throw new UnreadablePayload(PayloadProblem.of("unreadable payload", type, e), e);
        }
    }
}
