package dev.eventfold.es.benchmarks.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes a large program as a team would have: each aggregate a record in its own package with sealed families of events and commands, each
 * process manager with a start, a step and an end. Nothing else is in it, so the processor has more to do here than in any real program of
 * the same length.
 */
public final class ProgramSources {
    private final ProgramSize size;
    private final Path directory;

    private ProgramSources(ProgramSize size, Path directory) {
        this.size = size;
        this.directory = directory;
    }

    /**
     * Writes the program.
     *
     * @param size how large
     * @param directory where its packages go
     * @throws IOException when the disk fails
     */
    public static void write(ProgramSize size, Path directory) throws IOException {
        new ProgramSources(size, directory).write();
    }

    private void write() throws IOException {
        file("package-info", "@EventSourced package program;\nimport dev.eventfold.es.EventSourced;\n");
        for (int i = 0; i < size.aggregates(); i++) {
            file("a%1$d/Happened%1$d".formatted(i), family(i, "EventOf", "Happened", "Done", size.events()));
            if (i % 2 == 0) {
                file("a%1$d/Order%1$d".formatted(i), family(i, "CommandFor", "Order", "Do", size.commands()));
            } else {
                for (int command = 0; command < size.commands(); command++) {
                    file("a%1$d/Do%1$d_%2$d".formatted(i, command), COMMAND.formatted(i, command));
                }
            }
            file("a%1$d/Thing%1$d".formatted(i), aggregate(i));
        }
        for (int i = 0; i < size.processManagers(); i++) {
            file("p%1$d/Process%1$d".formatted(i), processManager(i));
        }
    }

    private static String family(int i, String annotation, String name, String member, int members) {
        return """
                package program.a%1$d;

                import dev.eventfold.es.%2$s;

                @%2$s("thing-%1$d")
                public sealed interface %3$s%1$d {
                %4$s}
                """.formatted(i, annotation, name, each(members, """
                    record %2$s%1$d_%%1$d(String subject, int amount) implements %3$s%1$d {}
                """.formatted(i, member, name)));
    }

    private static final String COMMAND = """
            package program.a%1$d;

            import dev.eventfold.es.CommandFor;

            @CommandFor("thing-%1$d")
            public record Do%1$d_%2$d(String subject, int amount) {}
            """;

    private String aggregate(int i) {
        return """
                package program.a%1$d;

                import dev.eventfold.es.Aggregate;
                import dev.eventfold.es.Applies;
                import dev.eventfold.es.CommandRejected;
                import dev.eventfold.es.Handles;
                import java.util.List;

                @Aggregate("thing-%1$d")
                public record Thing%1$d(long total, String last) {
                    public Thing%1$d() {
                        this(0, "");
                    }
                %2$s%3$s}
                """.formatted(
                i, each(size.commands(), HANDLER.formatted(i, command(i))), each(size.events(), APPLIER.formatted(i)));
    }

    private static final String HANDLER = """

                @Handles
                List<Happened%1$d> handle(%2$s%%1$d command) {
                    if (command.amount() < 0) {
                        throw new CommandRejected("negative: " + command.amount());
                    }
                    return List.of(
                            new Happened%1$d.Done%1$d_%%1$d(command.subject(), command.amount()),
                            new Happened%1$d.Done%1$d_%%2$d(command.subject(), (int) total));
                }
            """;

    private static final String APPLIER = """

                @Applies
                Thing%1$d apply(Happened%1$d.Done%1$d_%%1$d event) {
                    return new Thing%1$d(total + event.amount(), event.subject());
                }
            """;

    /** Starts with an event of one aggregate, sends to the next, ends with what that one says. */
    private String processManager(int i) {
        int one = i * 2 % size.aggregates();
        int other = (one + 1) % size.aggregates();
        return """
                package program.p%1$d;

                import dev.eventfold.es.CommandEnvelope;
                import dev.eventfold.es.EventContext;
                import dev.eventfold.es.ProcessManager;
                import dev.eventfold.es.Reacts;
                import java.util.List;
                import program.Commands;
                import program.a%2$d.*;
                import program.a%3$d.*;

                @ProcessManager("process-%1$d")
                public final class Process%1$d {
                    private String subject = "";
                    private int amount;

                    @Reacts(aggregate = "thing-%2$d", event = "Done%2$d_0", key = "subject", starts = true)
                    CommandEnvelope on(Happened%2$d.Done%2$d_0 event) {
                        subject = event.subject();
                        amount = event.amount();
                        return Commands.to(event.subject(), new %5$s0(subject, amount));
                    }

                    @Reacts(aggregate = "thing-%3$d", event = "Done%3$d_0", key = "subject")
                    List<CommandEnvelope> on(Happened%3$d.Done%3$d_0 event, EventContext context) {
                        amount += event.amount();
                        return List.of(
                                Commands.to(context.key(), new %5$s1(subject, amount)),
                                Commands.to(subject, new %4$s1(subject, amount)));
                    }

                    @Reacts(aggregate = "thing-%3$d", event = "Done%3$d_1", key = "subject", ends = true)
                    void on(Happened%3$d.Done%3$d_1 event) {}
                }
                """.formatted(i, one, other, command(one), command(other));
    }

    /** A command's name in Java without its number: every other aggregate has a sealed family of commands, the rest have records. */
    private static String command(int aggregate) {
        return (aggregate % 2 == 0 ? "Order%1$d.Do%1$d_" : "Do%1$d_").formatted(aggregate);
    }

    /** The template once for each number; its second place is a number that no other one has. */
    private static String each(int count, String template) {
        return IntStream.range(0, count)
                .mapToObj(number -> template.formatted(number, count + number))
                .collect(Collectors.joining());
    }

    private void file(String name, String text) throws IOException {
        Path file = directory.resolve("program/" + name + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
