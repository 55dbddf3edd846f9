package dev.eventfold.es.runtime.domain;

import dev.eventfold.es.Aggregate;
import dev.eventfold.es.Applies;
import dev.eventfold.es.CommandContext;
import dev.eventfold.es.EventContext;
import dev.eventfold.es.Handles;
import dev.eventfold.es.RetryLater;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Does its tasks, in fields that it assigns, and changes them even when it fails. */
@Aggregate("machine")
public final class Machine {
    private List<String> done = new ArrayList<>();
    private List<String> contexts = new ArrayList<>();
    private int handled;

    @Handles
    Stream<Worked> handle(Work command, CommandContext context) {
        handled++;
        String task = command.task();
        return switch (task.split(" ")[0]) {
            case "reject" -> throw new Broken(task);
            case "await" -> {
                if (!done.contains("ready")) {
                    throw new RetryLater("not ready");
                }
                yield Stream.of(new Worked(task));
            }
            case "bug" -> throw new IllegalArgumentException("bug in " + task);
            case "broken" -> mended(task);
            case "overflow" -> handle(command, context);
            case "error" -> throw new LinkageError("no such class");
            case "null" -> Stream.of((Worked) null);
            case "nothing" -> Stream.empty();
            case "twice" -> Stream.of(new Worked(task), new Worked(task + " again"));
            case "many" ->
                IntStream.range(0, Integer.parseInt(task.split(" ")[1])).mapToObj(i -> new Worked("m" + i));
            case "huge" -> Stream.of(new Worked("x".repeat(Integer.parseInt(task.split(" ")[1]))));
            case "version" -> Stream.of(new Worked("version " + context.version()));
            case "flow" ->
                Stream.of(new Worked(context.commandId() + " " + context.correlationId() + " " + context.causationId()
                        + " " + context.actor().orElse("-") + " " + context.metadata()));
            default -> Stream.of(new Worked(task));
        };
    }

    private static Stream<Worked> mended(String task) {
        Mending.require(task.split(" ")[1]);
        return Stream.of(new Worked(task));
    }

    @Applies
    void apply(Worked event, EventContext context) {
        done.add(event.task());
        contexts.add(context.version() + "@" + context.position());
        if (event.task().startsWith("unapplicable")) {
            throw new IllegalStateException("cannot apply " + event.task());
        }
    }

    /** The tasks of its events, in order. */
    public List<String> done() {
        return done;
    }

    /** Version and position of its events as the applier was told. */
    public List<String> contexts() {
        return contexts;
    }

    /** How many commands this object was asked: 0 in one that is only folded. */
    public int handled() {
        return handled;
    }
}
