package dev.eventfold.es.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A source tree in a temporary directory. */
record Sources(Path root) {
    /** The smallest program with everything in it: a counter whose every step is echoed to a target. */
    static Sources echo(Path root) {
        return new Sources(root)
                .add("echo/package-info.java", """
                        @dev.eventfold.es.EventSourced
                        package echo;
                        """)
                .add("echo/Increment.java", """
                        package echo;

                        import dev.eventfold.es.CommandFor;

                        @CommandFor("counter")
                        public record Increment(int by) {}
                        """)
                .add("echo/Incremented.java", """
                        package echo;

                        import dev.eventfold.es.EventOf;

                        @EventOf("counter")
                        public record Incremented(int by) {}
                        """)
                .add("echo/Counter.java", """
                        package echo;

                        import dev.eventfold.es.Aggregate;
                        import dev.eventfold.es.Applies;
                        import dev.eventfold.es.Handles;

                        @Aggregate("counter")
                        public record Counter(int value) {
                            public Counter() {
                                this(0);
                            }

                            @Handles
                            Incremented handle(Increment command) {
                                return new Incremented(command.by());
                            }

                            @Applies
                            Counter apply(Incremented event) {
                                return new Counter(value + event.by());
                            }
                        }
                        """)
                .add("echo/Echo.java", """
                        package echo;

                        import dev.eventfold.es.CommandEnvelope;
                        import dev.eventfold.es.EventContext;
                        import dev.eventfold.es.ProcessManager;
                        import dev.eventfold.es.Reacts;
                        import java.util.Optional;

                        @ProcessManager("echo")
                        final class Echo {
                            private int seen;

                            @Reacts(aggregate = "counter", event = "Incremented")
                            Optional<CommandEnvelope> on(Incremented event, EventContext context) {
                                seen++;
                                return context.instanceId().startsWith("echo-")
                                        ? Optional.empty()
                                        : Optional.of(Commands.to("echo-" + context.instanceId(), new Increment(event.by())));
                            }
                        }
                        """);
    }

    static Sources echoProgram(Path root) {
        return echo(root).add("echo/Main.java", """
                        package echo;

                        import dev.eventfold.es.runtime.AggregateStore;
                        import java.nio.file.Path;

                        public class Main {
                            public static void main(String[] args) {
                                try (AggregateStore store = AggregateStore.open(Path.of(args[0]))) {
                                    store.execute(Commands.to("c", new Increment(3)));
                                    System.out.println("dispatched=" + ProcessManagers.runAll(store).dispatched());
                                    System.out.println(store.state(Counter.class, "echo-c"));
                                }
                            }
                        }
                        """);
    }

    Sources add(String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Sources replace(String path, String old, String replacement) {
        try {
            Path file = root.resolve(path);
            String text = Files.readString(file);
            if (!text.contains(old)) {
                throw new IllegalArgumentException(path + " does not hold: " + old);
            }
            Files.writeString(file, text.replace(old, replacement));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Sources remove(String path) {
        try {
            Files.delete(root.resolve(path));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> files() {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::toString)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
