package dev.eventfold.es.runtime.reaction;

import dev.eventfold.es.Effect;
import dev.eventfold.es.Timeout;
import dev.eventfold.es.runtime.store.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Timeouts that have fired and wait behind a failure, as a replay meets them: what their instance does before their turn comes may cancel them. For
 * one thread at a time.
 */
final class FiredTimeouts {
    private final Map<String, Map<String, Long>> byKey = new HashMap<>();

    /** Those that were written down. */
    void read(Json json) {
        JsonMembers.of(json).objects("keys").values().forEach(one -> {
            Map<String, Long> ofKey = new HashMap<>();
            one.texts("timeouts").forEach((name, version) -> ofKey.put(name, Long.valueOf(version)));
            byKey.put(one.text("key"), ofKey);
        });
    }

    Json json() {
        JsonWriter keys = new JsonWriter();
        int number = 0;
        for (Map.Entry<String, Map<String, Long>> entry : byKey.entrySet()) {
            Map<String, String> timeouts = new HashMap<>();
            entry.getValue().forEach((name, version) -> timeouts.put(name, version.toString()));
            JsonWriter one = new JsonWriter().text("key", entry.getKey()).texts("timeouts", timeouts);
            keys.raw(Integer.toString(number++), one.json());
        }
        return new JsonWriter().raw("keys", keys.json()).json();
    }

    /** It waits. */
    void add(LoggedTimeout timeout) {
        byKey.computeIfAbsent(timeout.instanceId(), key -> new HashMap<>()).put(timeout.timeout(), timeout.version());
    }

    /** Its turn has come: whether nothing cancelled or replaced it. */
    boolean take(LoggedTimeout timeout) {
        Map<String, Long> ofKey = byKey.get(timeout.instanceId());
        return ofKey != null && ofKey.remove(timeout.timeout(), timeout.version());
    }

    /** An instance has reacted. */
    void reacted(String key, List<Effect> effects, boolean lives) {
        Map<String, Long> ofKey = byKey.get(key);
        if (ofKey == null) {
            return;
        }
        for (Effect effect : effects) {
            if (effect instanceof Timeout timeout) {
                ofKey.remove(timeout.name().name());
            }
        }
        if (!lives || ofKey.isEmpty()) {
            byKey.remove(key);
        }
    }
}
