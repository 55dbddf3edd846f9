package dev.eventfold.es.processor;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Stored names are unique within their kind, case ignored: directories and people do not tell them apart. What events are passed to is of one
 * kind here.
 */
final class NameChecks {
    private final Diagnostics diagnostics;
    private final Map<String, ClassRef> taken = new HashMap<>();

    private NameChecks(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    static void check(ModuleContents contents, Diagnostics diagnostics) {
        NameChecks checks = new NameChecks(diagnostics);
        contents.aggregates()
                .forEach(found -> checks.check(
                        "aggregate",
                        "aggregate",
                        "",
                        found.name(),
                        found.type(),
                        found.spot().value("value")));
        contents.consumers().forEach(found -> checks.check(found, found.name(), "value"));
        contents.managers()
                .forEach(found ->
                        found.evolution().formerNames().forEach(name -> checks.check(found, name, "formerly")));
        checks.check(contents.commands());
        checks.check(contents.events());
    }

    private void check(EventConsumer<?> consumer, String name, String attribute) {
        check(
                "consumer",
                consumer.kind().word(),
                "",
                name,
                consumer.type(),
                consumer.spot().value(attribute));
    }

    private void check(Collection<PayloadType> payloads) {
        payloads.stream()
                .filter(Payload.class::isInstance)
                .map(Payload.class::cast)
                .forEach(
                        payload -> check(payload, payload.name(), payload.spot().value("name")));
        payloads.stream()
                .filter(Payload.class::isInstance)
                .map(Payload.class::cast)
                .forEach(payload -> payload.evolution()
                        .formerNames()
                        .forEach(name -> check(payload, name, payload.spot().value("formerly"))));
    }

    private void check(Payload payload, String name, SourceSpot spot) {
        check(payload.kind().word(), payload.kind().word(), payload.aggregate(), name, payload.type(), spot);
    }

    private void check(String space, String kind, String aggregate, String name, ClassRef type, SourceSpot spot) {
        String key = String.join("/", space, aggregate, name.toLowerCase(Locale.ROOT));
        ClassRef first = taken.putIfAbsent(key, type);
        if (first != null && !first.equals(type)) {
            String where = aggregate.isEmpty() ? "" : " of aggregate \"" + aggregate + "\"";
            diagnostics.report(spot, Problem.DUPLICATE_NAME, kind, name, first.canonicalName(), where);
        }
    }
}
