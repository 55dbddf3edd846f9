package dev.eventfold.es.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process manager says that it sends is in its definition once, under a name that says it. */
class SendsCodeTest {
    /** So many commands for each of so many events are more than one method may hold. */
    private static final int MEMBERS = 120;

    @TempDir
    private Path directory;

    @Test
    void a_family_of_many_commands_is_written_once_for_a_family_of_many_events() throws IOException {
        String definition = definition("""
                @Reacts(sends = Command.class)
                Optional<CommandEnvelope> on(Event event) {
                    return Optional.empty();
                }
                """);

        assertThat(definition).containsOnlyOnce("\"big/Do77\"");
        assertThat(definition.split("SENDS_COMMAND\\)", -1)).hasSize(MEMBERS + 1);
    }

    @Test
    void a_short_list_that_is_said_once_stands_in_its_place() throws IOException {
        String definition = definition("""
                @Reacts(sends = {Command.Do1.class, Command.Do2.class})
                Optional<CommandEnvelope> on(Event.Done1 event) {
                    return Optional.empty();
                }

                @Reacts(sends = Command.Do2.class)
                Optional<CommandEnvelope> on(Event.Done2 event) {
                    return Optional.empty();
                }

                @Reacts(sends = {})
                Optional<CommandEnvelope> on(Event.Done3 event) {
                    return Optional.empty();
                }

                @Reacts(sends = {})
                Optional<CommandEnvelope> on(Event.Done4 event) {
                    return Optional.empty();
                }
                """);

        assertThat(definition)
                .contains("Sends.only(\"big/Do1\", \"big/Do2\")", "Sends.only(\"big/Do2\")", "Sends.only())")
                .doesNotContain("static final");
    }

    @Test
    void a_constant_is_named_after_what_is_sent() throws IOException {
        String definition = definition("""
                @Reacts(sends = {Command.Do1.class, Command.Do2.class, Command.Do3.class, Command.Do4.class, Command.Do5.class})
                Stream<CommandEnvelope> on(Event.Done1 event) {
                    return Stream.of();
                }

                @Reacts(sends = {Command.Do1.class, Command.Do2.class, Command.Do3.class, Command.Do4.class, Command.Do6.class})
                Stream<CommandEnvelope> on(Event.Done2 event) {
                    return Stream.of();
                }

                @Reacts(sends = {Command.Füllen.class, Command.Do1.class})
                Stream<CommandEnvelope> on(Event.Done3 event) {
                    return Stream.of();
                }

                @Reacts(sends = {Command.Do1.class, Command.Füllen.class})
                Stream<CommandEnvelope> on(Event.Done4 event) {
                    return Stream.of();
                }
                """);

        assertThat(definition).contains("""
                    private static final Sends SENDS_DO1_OR_4_OTHERS = Sends.only(
                            "big/Do1",
                            "big/Do2",
                            "big/Do3",
                            "big/Do4",
                            "big/Do5");

                    private static final Sends SENDS_DO1_OR_4_OTHERS_2 = Sends.only(
                            "big/Do1",
                            "big/Do2",
                            "big/Do3",
                            "big/Do4",
                            "big/Do6");

                    private static final Sends SENDS_FLLEN_OR_DO1 = Sends.only("big/Do1", "big/Füllen");
                """);
    }

    private String definition(String reactions) throws IOException {
        Fixture.Source manager = new Fixture.Source("big/Manager.java", """
                package big;

                import dev.eventfold.es.*;
                import java.util.Optional;
                import java.util.stream.Stream;

                @ProcessManager("manager")
                final class Manager {
                %s}
                """.formatted(reactions.indent(4)));
        Compiled compiled = new Javac(directory)
                .compile(List.of(family("Command", "CommandFor", "Do"), family("Event", "EventOf", "Done"), manager));
        assertThat(compiled.messages()).isEmpty();
        return Files.readString(directory.resolve("generated/big/ManagerDefinition.java"));
    }

    private static Fixture.Source family(String name, String annotation, String member) {
        String members = IntStream.range(1, MEMBERS)
                .mapToObj(number -> member + number)
                .collect(Collectors.joining(
                        "() implements %1$s {}\n    record ", "    record ", "() implements %1$s {}\n"))
                .formatted(name);
        return new Fixture.Source("big/" + name + ".java", """
                package big;

                @dev.eventfold.es.%s("big")
                public sealed interface %s {
                    record Füllen() implements %s {}
                %s}
                """.formatted(annotation, name, name, members));
    }
}
