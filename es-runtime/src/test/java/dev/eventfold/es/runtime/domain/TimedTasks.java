package dev.eventfold.es.runtime.domain;

import dev.eventfold.es.Effect;
import dev.eventfold.es.EventContext;
import dev.eventfold.es.Timeout;
import dev.eventfold.es.TimeoutName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What reactions of the tests do about time; the rest is as {@link Tasks} say. */
final class TimedTasks {
    private TimedTasks() {}

    /**
     * The effects of some tasks.
     *
     * @param agenda what to do at a timeout, by its name: what stands behind the bar of the task that sets it
     */
    static List<Effect> effects(
            Map<String, TimeoutName> names, Map<String, List<String>> agenda, String machine, List<String> tasks) {
        List<Effect> effects = new ArrayList<>();
        for (String task : tasks) {
            String[] words = task.split("\\|")[0].split(" ");
            switch (words[0]) {
                case "!after" ->
                    effects.add(set(task, agenda, names.get(words[1]).after(Duration.parse(words[2]))));
                case "!at" -> effects.add(set(task, agenda, names.get(words[1]).at(Instant.parse(words[2]))));
                case "!cancel" -> effects.add(names.get(words[1]).cancel());
                case "!foreign" -> effects.add(ClockworkTimeouts.TICK.cancel());
                case "!later" ->
                    effects.add(Commands.to(machine, new Work(task.split(" ", 3)[2]))
                            .after(Duration.parse(words[1])));
                default -> effects.addAll(Tasks.effects(machine, List.of(task)));
            }
        }
        return effects;
    }

    private static Timeout set(String task, Map<String, List<String>> agenda, Timeout timeout) {
        String[] parts = task.split("\\|");
        agenda.put(timeout.name().name(), List.of(parts).subList(1, parts.length));
        return timeout;
    }

    /** What to do at a timeout; {@code %} stands for its name and when it was due. */
    static List<String> due(Map<String, List<String>> agenda, String name, EventContext context) {
        return agenda.getOrDefault(name, List.of()).stream()
                .map(task -> task.replace("%", name + "@" + context.time()))
                .toList();
    }
}
