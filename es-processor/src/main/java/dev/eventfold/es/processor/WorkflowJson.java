package dev.eventfold.es.processor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the workflow as JSON, for tools. {@code null} stands for what is not known. */
final class WorkflowJson {
    private static final int FORMAT = 1;

    private WorkflowJson() {}

    static String of(Workflow workflow) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", FORMAT);
        json.put("module", workflow.modulePackage());
        json.put(
                "processManagers",
                workflow.managers().stream().map(WorkflowJson::manager).toList());
        json.put("projections", readers(workflow, ConsumerKind.PROJECTION, "projects"));
        json.put("subscribers", readers(workflow, ConsumerKind.SUBSCRIBER, "receives"));
        json.put(
                "aggregates",
                workflow.lanes().stream().map(WorkflowJson::aggregate).toList());
        return JsonText.of(json);
    }

    private static Map<String, Object> manager(ProcessManager manager) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", manager.name());
        json.put("class", manager.type().canonicalName());
        json.put(
                "reactions",
                manager.reactions().stream().map(WorkflowJson::reaction).toList());
        json.put(
                "rejections",
                manager.answers().stream().map(WorkflowJson::answer).toList());
        json.put(
                "timeouts",
                manager.expiries().stream().map(WorkflowJson::expiry).toList());
        return json;
    }

    private static List<Map<String, Object>> readers(Workflow workflow, ConsumerKind kind, String methods) {
        return workflow.readers(kind).stream()
                .map(reader -> reader(reader, methods))
                .toList();
    }

    private static Map<String, Object> reader(EventConsumer<?> reader, String methods) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", reader.name());
        json.put("class", reader.type().canonicalName());
        json.put(
                methods,
                reader.reactions().stream()
                        .map(reaction -> event(reaction, reader.kind()))
                        .toList());
        return json;
    }

    private static Map<String, Object> event(Reaction reaction, ConsumerKind kind) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("aggregate", reaction.target().aggregate());
        json.put("event", reaction.target().name());
        if (kind == ConsumerKind.PROJECTION) {
            json.put("key", key(reaction));
        } else {
            json.put("sends", sends(reaction));
        }
        return json;
    }

    private static Map<String, Object> reaction(Reaction reaction) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("aggregate", reaction.target().aggregate());
        json.put("event", reaction.target().name());
        json.put("key", key(reaction));
        json.put("starts", reaction.starts());
        addOutcome(json, reaction);
        return json;
    }

    private static Object key(Reaction reaction) {
        return Workflow.keyName(reaction.key()).<Object>map(name -> name).orElse(JsonText.NULL);
    }

    private static Map<String, Object> answer(Answer answer) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("aggregate", answer.target().aggregate());
        json.put("command", answer.target().name());
        addOutcome(json, answer);
        return json;
    }

    private static Map<String, Object> expiry(Expiry expiry) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", expiry.name());
        addOutcome(json, expiry);
        return json;
    }

    private static void addOutcome(Map<String, Object> json, Behaviour behaviour) {
        json.put("ends", behaviour.ends());
        json.put("mayEnd", behaviour.mayEnd());
        json.put("sends", sends(behaviour));
    }

    private static Object sends(Behaviour behaviour) {
        List<Map<String, String>> commands =
                behaviour.sends().commands().stream().map(WorkflowJson::command).toList();
        return behaviour.sends().known() ? commands : JsonText.NULL;
    }

    private static Map<String, String> command(Payload command) {
        Map<String, String> json = new LinkedHashMap<>();
        json.put("aggregate", command.aggregate());
        json.put("command", command.name());
        return json;
    }

    private static Map<String, Object> aggregate(Lane lane) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", lane.aggregate());
        json.put("class", lane.type().<Object>map(ClassRef::canonicalName).orElse(JsonText.NULL));
        json.put(
                "commands",
                lane.commands().stream().map(name -> command(lane, name)).toList());
        json.put("events", List.copyOf(lane.events()));
        return json;
    }

    private static Map<String, Object> command(Lane lane, String name) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put(
                "events", Optional.<Object>ofNullable(lane.outcomes().get(name)).orElse(JsonText.NULL));
        return json;
    }
}
