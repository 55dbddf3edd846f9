package dev.eventfold.es.runtime.keeping;

import dev.eventfold.es.Aggregate;
import dev.eventfold.es.Applies;
import dev.eventfold.es.CommandContext;
import dev.eventfold.es.EventContext;
import dev.eventfold.es.Handles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Remembers what it was told, in fields that it assigns, all of which databind reads back. */
@Aggregate("diary")
public final class Diary {
    private List<Line> lines = new ArrayList<>();
    private TreeMap<String, Integer> words = new TreeMap<>();

    /** One line, and where its event stands. */
    public record Line(String text, long version, long position) {}

    @Handles
    Noted handle(Note command, CommandContext context) {
        return new Noted(command.text().equals("count") ? context.version() + " lines, " + words : command.text());
    }

    @Applies
    void apply(Noted event, EventContext context) {
        lines.add(new Line(event.text(), context.version(), context.position()));
        words.merge(event.text(), 1, Integer::sum);
    }

    public List<Line> lines() {
        return lines;
    }

    public List<String> texts() {
        return lines.stream().map(Line::text).toList();
    }

    public Map<String, Integer> words() {
        return words;
    }
}
