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
        file("program/package-info.java", "@EventSourced package program;\nimport dev.eventfold.es.EventSourced;\n");
        for (int i = 0; i < size.aggregates(); i++) {
            file("program/a%d/Happened%d.java".formatted(i, i), events(i));
            file("program/a%d/Order%d.java".formatted(i, i), commands(i));
            file("program/a%d/Thing%d.java".formatted(i, i), aggregate(i));
        }
        for (int i = 0; i < size.processManagers(); i++) {
            file("program/p%d/Process%d.java".formatted(i, i), processManager(i));
        }
    }

    private String events(int i) {
        return """
                package program.a%1$d;

                import dev.eventfold.es.EventOf;

                @EventOf("thing-%1$d")
                public sealed interface Happened%1$d {
                %2$s}
                """.formatted(
                i,
                members("    record Done%d_%d(String subject, int amount, long at) implements Happened%1$d {}\n", i));
    }

    private String commands(int i) {
        return """
                package program.a%1$d;

                import dev.eventfold.es.CommandFor;

                @CommandFor("thing-%1$d")
                public sealed interface Order%1$d {
                %2$s}
                """.formatted(i, members("    record Do%d_%d(String subject, int amount) implements Order%1$d {}\n", i));
    }

    private String aggregate(int i) {
        return """
                package program.a%1$d;

                import dev.eventfold.es.Aggregate;
                import dev.eventfold.es.Applies;
                import dev.eventfold.es.CommandRejected;
                import dev.eventfold.es.CommandContext;
                import dev.eventfold.es.Handles;

                @Aggregate("thing-%1$d")
                public record Thing%1$d(long total, String last) {
                    public Thing%1$d() {
                        this(0, "");
                    }
                %2$s%3$s}
                """.formatted(i, members(HANDLER, i), members(APPLIER, i));
    }

    private static final String HANDLER = """

                @Handles
                Happened%1$d.Done%1$d_%2$d handle(Order%1$d.Do%1$d_%2$d command, CommandContext context) {
                    if (command.amount() < 0) {
                        throw new CommandRejected("negative: " + command.amount());
                    }
                    return new Happened%1$d.Done%1$d_%2$d(command.subject(), command.amount(), context.time().toEpochMilli());
                }
            """;

    private static final String APPLIER = """

                @Applies
                Thing%1$d apply(Happened%1$d.Done%1$d_%2$d event) {
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
                import program.a%2$d.Happened%2$d;
                import program.a%2$d.Order%2$d;
                import program.a%3$d.Happened%3$d;
                import program.a%3$d.Order%3$d;

                @ProcessManager("process-%1$d")
                public final class Process%1$d {
                    private String subject = "";
                    private int amount;

                    @Reacts(aggregate = "thing-%2$d", event = "Done%2$d_0", key = "subject", starts = true)
                    CommandEnvelope on(Happened%2$d.Done%2$d_0 event) {
                        subject = event.subject();
                        amount = event.amount();
                        return Commands.to(event.subject(), new Order%3$d.Do%3$d_0(subject, amount));
                    }

                    @Reacts(aggregate = "thing-%3$d", event = "Done%3$d_0", key = "subject")
                    List<CommandEnvelope> on(Happened%3$d.Done%3$d_0 event, EventContext context) {
                        amount += event.amount();
                        return List.of(
                                Commands.to(context.key(), new Order%3$d.Do%3$d_1(subject, amount)),
                                Commands.to(subject, new Order%2$d.Do%2$d_1(subject, amount)));
                    }

                    @Reacts(aggregate = "thing-%3$d", event = "Done%3$d_1", key = "subject", ends = true)
                    void on(Happened%3$d.Done%3$d_1 event) {}
                }
                """.formatted(i, one, other);
    }

    private String members(String template, int aggregate) {
        return IntStream.range(0, size.members())
                .mapToObj(member -> template.formatted(aggregate, member))
                .collect(Collectors.joining());
    }

    private void file(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
