package dev.eventfold.es.runtime.domain;

import dev.eventfold.es.CommandEnvelope;
import dev.eventfold.es.Effect;
import java.util.ArrayList;
import java.util.List;

/** What the reactions of the tests do: a command to the machine of that name for each task, but for those that begin with an exclamation mark. */
final class Tasks {
    private Tasks() {}

    /** What is to be done when a command is rejected. */
    static List<String> behindBar(Work rejected) {
        int bar = rejected.task().indexOf('|');
        return bar < 0 ? List.of() : List.of(rejected.task().substring(bar + 1));
    }

    static List<Effect> effects(String machine, List<String> tasks) {
        List<Effect> effects = new ArrayList<>();
        for (String task : tasks) {
            switch (task.split(" ")[0]) {
                case "!throw" -> throw new IllegalStateException("told to throw");
                case "!broken" -> Mending.require(task.split(" ")[1]);
                case "!error" -> throw new LinkageError("told to fail");
                case "!overflow" -> effects(machine, List.of(task));
                case "!null" -> effects.add(null);
                case "!end" -> effects.add(Effect.end());
                case "!unknown-aggregate" -> effects.add(CommandEnvelope.ofJson("machin", machine, "Work", "{}"));
                case "!unknown-command" -> effects.add(CommandEnvelope.ofJson("machine", machine, "Wrok", "{}"));
                case "!unreadable" -> effects.add(CommandEnvelope.ofJson("machine", machine, "Work", "{\"tusk\":1}"));
                case "!garbage" -> effects.add(CommandEnvelope.ofJson("machine", machine, "Work", "not\nJSON \uD800"));
                case "!json" -> effects.add(CommandEnvelope.ofJson("machine", machine, "Work", "{\"task\":\"json\"}"));
                case "!once" ->
                    effects.add(
                            Commands.to(machine, new Work(task.substring(6))).withCommandId("given"));
                case "!expecting" ->
                    effects.add(Commands.to(machine, new Work(task))
                            .withExpectedVersion(Long.parseLong(task.split(" ")[1])));
                case "!marked" ->
                    effects.add(Commands.to(machine, new Work("flow"))
                            .withCorrelationId("own")
                            .withActor("relay")
                            .withMetadata("step", "2"));
                default -> effects.add(Commands.to(machine, new Work(task)));
            }
        }
        return effects;
    }
}
