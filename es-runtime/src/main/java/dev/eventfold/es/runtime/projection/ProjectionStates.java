package dev.eventfold.es.runtime.projection;

import dev.eventfold.es.UnreadablePayload;
import dev.eventfold.es.runtime.execution.EventInHand;
import dev.eventfold.es.runtime.execution.Payloads;
import dev.eventfold.es.runtime.execution.UserCode;
import dev.eventfold.es.runtime.store.Json;
import dev.eventfold.es.runtime.store.StoredEvent;
import dev.eventfold.es.spi.Ids;
import dev.eventfold.es.spi.ProjectionDefinition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The states of a projection: all of them as JSON, and some as objects, on which events are folded. What was folded counts once it is sealed;
 * until then it can be reverted. Not safe for use by several threads.
 *
 * @param <P> the class of the projection
 */
final class ProjectionStates<P> {
    /** How many objects are kept to fold on, beside those that have changed. */
    private static final int MOST_OBJECTS = 1_000;

    private final ProjectionDefinition<P> definition;
    private final Payloads payloads;
    private final Map<String, Json> sealed;
    private final Map<String, P> objects = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<String> changed = new HashSet<>();

    ProjectionStates(ProjectionDefinition<P> definition, Payloads payloads, Map<String, Json> sealed) {
        this.definition = definition;
        this.payloads = payloads;
        this.sealed = new HashMap<>(sealed);
    }

    /** How many instances there are, but for those that began since it was sealed. */
    int size() {
        return sealed.size();
    }

    /** How many instances have changed since it was sealed. */
    int changed() {
        return changed.size();
    }

    /**
     * Folds an event into the states of the instances that it is for. When it throws, {@link #revert} must follow.
     *
     * @return how many they are
     */
    int fold(StoredEvent stored) {
        EventInHand event = new EventInHand(stored, payloads);
        List<String> keys = UserCode.run(() -> definition.keys(event));
        for (String key : keys) {
            Ids.require("key", key);
            P before = object(key);
            changed.add(key);
            EventInHand ofKey = event.forKey(payloads, key);
            P after = UserCode.run(() -> definition.project(before, ofKey));
            objects.put(key, Objects.requireNonNull(after, "the projection returned null"));
        }
        return keys.size();
    }

    private P object(String key) {
        P known = objects.get(key);
        if (known != null) {
            return known;
        }
        Json json = sealed.get(key);
        return json == null ? UserCode.run(definition::initial) : read(key, json);
    }

    private P read(String key, Json json) {
        try {
            return payloads.projected(json, definition.type());
        } catch (UnreadablePayload e) {
            throw new UnreadableState(
                    "the state of a projection cannot be read as it was written: projection=" + definition.name()
                            + ", key=" + key + ": " + e.getMessage(),
                    e);
        }
    }

    /** Writes what has changed as JSON: all of it, or nothing when it throws. */
    void seal() {
        Map<String, Json> written = new HashMap<>();
        for (String key : changed) {
            written.put(key, payloads.write(Objects.requireNonNull(objects.get(key), key)));
        }
        sealed.putAll(written);
        changed.clear();
        Iterator<P> eldest = objects.values().iterator();
        while (objects.size() > MOST_OBJECTS) {
            eldest.next();
            eldest.remove();
        }
    }

    /** Goes back to what was sealed last. */
    void revert() {
        changed.forEach(objects::remove);
        changed.clear();
    }

    /** The state of an instance as it was sealed last, as an object of the caller's own. */
    Optional<P> copy(String key) {
        return Optional.ofNullable(sealed.get(key)).map(json -> read(key, json));
    }

    /** All as JSON, as they were sealed last; the map is the caller's own. */
    Map<String, Json> sealed() {
        return new HashMap<>(sealed);
    }
}
